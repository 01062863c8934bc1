//! The long stories, on both databases. One week at the demonstration newsroom, day by day: what people do one after the
//! other, and what of it is still true at the end and in a copy that was brought back. And the walk of the loop.
mod account;
mod copy;
mod desk;
mod form;
mod paper;
mod roles;
mod talk;
mod walk;
mod week;

use crate::site::Site;
use week::Week;

async fn a_week(site: Site) {
    let mut week = Week::begin(site).await;

    // Selasa
    let bagus = account::bagus_becomes_the_first_administrator(&week).await;
    let dewi = account::dewi_joins_with_the_code_from_her_letter(&week).await;
    talk::lina_writes_first_and_signs_in_when_sending(&week).await;
    let comment = talk::dewi_s_first_comment_waits_and_only_she_sees_it(&week, &dewi).await;
    desk::yustus_shows_what_waits(&week, &comment).await;

    week.next_day().await;
    let answer = talk::lina_answers_and_dewi_answers_her(&week, &dewi, &comment).await;
    talk::dewi_mends_her_answer_until_the_window_closes(&week, &dewi, &answer).await;
    talk::dewi_withdraws_her_answer_and_its_place_stays(&week, &dewi, &answer).await;

    week.next_day().await;
    let numbers = desk::readers_without_an_account_flag_two_comments(&week).await;
    desk::one_is_hidden_the_other_kept_and_both_numbers_tell_it(&week, &numbers).await;

    week.next_day().await;
    roles::dewi_becomes_a_moderator_and_is_none_any_more(&week, &bagus).await;

    week.next_day().await;
    paper::a_wrong_number_is_corrected_in_a_new_edition(&week).await;
    paper::a_story_is_retracted_and_its_address_says_why(&week).await;
    let old = paper::a_page_of_2014_is_brought_in_once(&week).await;

    week.next_day().await;
    account::dewi_recovers_her_account_with_a_code_that_lives_fifteen_minutes(&week).await;

    week.next_day().await;
    account::new_terms_bind_who_joins_after_them(&week, &bagus).await;
    account::members_agree_to_new_terms_before_they_write(&week, &bagus).await;
    account::a_report_waits_for_its_sender_to_agree_and_is_sent_once(&week).await;

    week.next_day().await;
    let copied = copy::a_copy_comes_back_equal_on_either_engine(&week).await;
    copy::the_house_that_came_back_is_the_same_one(&copied, &old).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_at_the_newsroom_is_the_same_in_the_copy_that_came_back_on_sqlite() {
    a_week(Site::with_demo().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_at_the_newsroom_is_the_same_in_the_copy_that_came_back_on_postgresql() {
    if let Some(site) = Site::with_demo_on_postgres().await {
        a_week(site).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_founding_story_round_the_whole_loop_on_sqlite() {
    walk::the_walk(Site::with_demo().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_founding_story_round_the_whole_loop_on_postgresql() {
    if let Some(site) = Site::with_demo_on_postgres().await {
        walk::the_walk(site).await;
    }
}
