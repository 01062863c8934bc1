### Sentences of the interface in English. One file a language; all files have the same keys.

## base: around a page
language-name-id = Bahasa Indonesia
language-name-en = English
skip-to-content = Skip to content
report-a-problem = Report a problem
send-a-story = Send a story
search = Search
search-in = Search { $house }
sections = Sections
menu-front = Front page
menu-account = My account
menu-moderation = Moderation desk
menu-administration = Administration
sign-in = Sign in
sign-out = Sign out
about-us = About us
page-redaksi = Editors
page-pedoman = Guidelines
page-syarat = Terms
page-privasi = Privacy
page-kontak = Contact
page-time = This page was made in { $seconds } seconds.
byline = By { $names }
comment-count = { $n ->
    [one] { $n_text } comment
   *[other] { $n_text } comments
}
to-the-front-page = To the front page
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
ago-now = just now
ago-minutes = { $n ->
    [one] { $n_text } minute ago
   *[other] { $n_text } minutes ago
}
ago-hours = { $n ->
    [one] { $n_text } hour ago
   *[other] { $n_text } hours ago
}
ago-days = { $n ->
    [one] { $n_text } day ago
   *[other] { $n_text } days ago
}

## base: refusals and faults
error-number-kick = Error { $n }
not-found-heading = This page does not exist
not-found-text = The address may be mistyped, or the page has moved. Try again from the front page.
gone-heading = This page was removed
gone-text = There was something here once. It is no longer available.
sign-in-first-heading = Please sign in first
sign-in-first-text = This page is for members. Sign in, then go on.
not-allowed-heading = You may not open this page
refusal-role = This page is for people with a certain task. If you think this is a mistake, contact the editors.
refusal-not-yours = This is not yours, so you cannot change it.
refusal-cross-site = This form was sent from another site, so we did not accept it. Open the page here and send it again.
invalid-heading = Something needs mending
invalid-text = Some answers are not right yet. Go back, mend them, and send again.
conflict-heading = Things have changed meanwhile
too-many-heading = Too many at once
too-many-text = { $n ->
    [one] Please wait { $n_text } second, then try again. Your text is not lost: press the back button.
   *[other] Please wait { $n_text } seconds, then try again. Your text is not lost: press the back button.
}
too-large-heading = That is too large
too-large-text = { $n_text } kilobytes at most. Shorten it and send again.
malformed-heading = We could not read that
refusal-broken-text = Some letters in this form are broken. Type the odd part again, then send.
refusal-not-a-form = This was not sent by a form of this site.
refusal-cut-off = The line was cut while sending. Please send again.
fault-heading = Something broke on our side
fault-text = It is not your fault. Try again in a moment. If it stays, tell the editors this number: { $number }
errors-heading = { $n ->
    [one] { $n } answer needs mending
   *[other] { $n } answers need mending
}
error-empty = Please fill this in.
error-too-long = Too long: { $got } letters, { $max } at most.
error-number = Please write a number.
parked-heading = Go on with what you wrote
parked-text = We kept your text while you signed in. Check it once more, then send.
parked-send = Send now
notice-saved = We kept your text. Sign in, then send it.

## media: pictures
error-picture-format = This file is not a whole JPEG or WebP picture.
error-picture-sides = The size of this picture does not fit or it is too wide.
error-picture-too-large = This picture is too large. Make it smaller first.
error-picture-metadata = This picture still carries data of the camera or the place. They must be taken out first.

## comments: comments
comments-heading = Comments ({ $n_text })
comments-pages = Pages of comments
comments-more = More comments ({ $n_text })
comments-closed = Comments on this story are closed.
comments-none = No comments on this story yet. Be the first: fill in the form
comments-none-beside = beside it
comments-none-below = below
comments-none-here = No comments yet. Be the first to write one.
comments-latest = Latest comments
comments-on = Comments on
comments-on-title = Comments on { $title }
comments-earlier = Earlier
comments-later = Later
comment-write = Write a comment
comment-yours = Your comment
comment-answer-to = Answer to { $name }
comment-text-hint = At most { $n_text } letters. Your name stands with your comment.
comment-sign-in-hint = Write first; you sign in when you send, and nothing is lost.
comment-send = Send comment
comment-send-answer = Send answer
comment-answer = Answer
comment-edit = Change
comment-editable-until = until { $time }
comment-withdraw = Withdraw comment
comment-flag = Flag
comment-earlier-texts = See earlier texts
comment-see-log = See the moderation log
comment-only-you = Only you still see this text:
comment-date-unknown = date unknown
comment-badge-waiting = Waiting for a moderator
comment-badge-edited = Edited
comment-answers-earlier = answers this comment
comment-by-someone = A member
comment-hidden-on = A moderator hid this comment on { $day }. Reason: { $reason }.
comment-withdrawn-on = Its writer withdrew this comment on { $day }.
comment-under = on
comment-card-title = Comment on { $title }
comment-edit-heading = Change your comment
comment-edit-text = You can change it until { $time }. We keep the earlier text.
comment-save = Save the change
comment-cancel = Cancel
comment-back = Back to the comment
comment-withdraw-heading = Withdraw your comment?
comment-withdraw-text = Its text will no longer be shown. Its place stays with the words "withdrawn by its writer", and the answers of others stay too. You cannot undo this.
comment-withdraw-now = Withdraw comment
comment-editions-heading = Texts before the edits
comment-editions-text = This page is for the writer of the comment and the moderators only.
comment-edition-until = Until
error-comment-answered-gone = The comment that you answered is no longer shown. Your text is still here: send it again as a comment of its own.
error-comment-window = The time to change this comment is over. You can still withdraw it and write a new one.
refusal-comment-changed = This comment has just changed. Open its page again to see how it is now.
notice-comment-shown = Your comment is shown.
notice-comment-waits = We received your comment and it waits for a moderator. Until then only you see it.
notice-comment-edited = Your change is saved.
notice-comment-withdrawn = Your comment is withdrawn.
offence-lie = false news
offence-slander = slander
offence-cruel = cruel content
offence-obscene = obscene content
offence-hatred = hatred of an ethnic group, religion, race or community
offence-violence = calling for violence
offence-degrading = degrading people for sex, language, poverty, illness or disability
offence-personal-data = someone's personal data
offence-child = a child's identity
offence-advertising = advertising
offence-other = another reason
