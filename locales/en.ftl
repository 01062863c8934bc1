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
desks-heading = Desks
desks-intro = All desks that are open to you, and how much waits at each.
desks-waiting = { $n_text } waiting
desks-opened-by = Opened by the roles: { $roles }
desks-own = Your own
desks-no-role = Your account has no role yet, so no desk is open to you. Administrators of this site give roles. Write to them through the Contact page: which role you need, and for which area, outlet or public body.
desks-others = Other desks
desks-others-text = These desks are open to people with other roles. Give roles, also to yourself, under
menu-administration = Administration
sign-in = Sign in
sign-out = Sign out
menu-all = Menu
menu-all-parts = All parts of this site
open-data-heading = Open data
open-data-text = You can download every public list on this site as a CSV file. It holds only what anyone may read.
open-data-none = This site has no public lists yet.
footer-areas = Areas
footer-outlets = Community media
footer-archive = Archive
footer-moderation-log = Moderation log
about-us = About us
page-redaksi = Newsroom
page-pedoman = Guidelines
page-syarat = Terms
page-privasi = Privacy
page-piagam = Charter
page-perjanjian = Reporters' agreement
page-kontak = Contact
page-time = This page was made in { $seconds } seconds.
byline = By { $names }
comment-count = { $n ->
    [one] { $n_text }{"\u00A0"}comment
   *[other] { $n_text }{"\u00A0"}comments
}
to-the-thing = Open its page
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
    [one] { $n_text }{"\u00A0"}minute ago
   *[other] { $n_text }{"\u00A0"}minutes ago
}
ago-hours = { $n ->
    [one] { $n_text }{"\u00A0"}hour ago
   *[other] { $n_text }{"\u00A0"}hours ago
}
ago-days = { $n ->
    [1] yesterday
   *[other] { $n_text }{"\u00A0"}days ago
}

## base: refusals and faults
error-number-kick = Error { $n }
not-found-heading = This page does not exist
not-found-text = The address may be mistyped, or the page has moved. Try again from the front page.
gone-heading = This page was removed
gone-text = There was something here once. It is no longer available.
sign-in-first-heading = Please sign in first
sign-in-first-text = This page is for members. Sign in, then carry on.
not-allowed-heading = This page is not open to you
refusal-role = This page is for people with a certain role. If you think this is a mistake, contact the administrators of this site.
refusal-not-yours = This is not yours, so you cannot change it.
refusal-cross-site = This form was sent from another site, so we did not accept it. Open the page here and send it again.
invalid-heading = Something needs correcting
invalid-text = Some answers are not right yet. Go back, correct them, and send again.
conflict-heading = Things have changed in the meantime
too-many-heading = Too many at once
too-many-text = { $n ->
    [one] Please wait { $n_text } second, then try again. Your text is not lost: press the back button.
   *[other] Please wait { $n_text } seconds, then try again. Your text is not lost: press the back button.
}
too-large-heading = That is too large
too-large-text = { $n_text } kilobytes at most. Make it smaller or shorter, then send it again.
busy-heading = It is busy, try again in a moment
busy-text = Your request was not finished. Wait five seconds, then send it or load the page again.
malformed-heading = We could not read that
refusal-broken-text = Some letters in this form are broken. Type the odd part again, then send it.
refusal-not-a-form = This was not sent by a form on this site. Open the page here and send it again.
refusal-cut-off = The connection was cut while sending. Please send it again.
refusal-broken-form = This form did not arrive in one piece. Open the page again and send it once more.
refusal-too-many-files = Too many files at once. Send 12 files at most.
refusal-no-room = Our storage is full at the moment. We have not received your file. Please try again later.
refusal-vault = This part is locked: the key of the site's vault is not there, so its contents cannot be read or kept. Nothing that others sent is lost. Please tell the operator of the site.
fault-heading = Something broke on our side
fault-text = It is not your fault. Wait a moment, then try again. If it happens again, give the administrators of this site this number: { $number }
errors-heading = { $n ->
    [one] { $n } answer needs correcting
   *[other] { $n } answers need correcting
}
error-empty = Please fill this in.
error-too-long = Too long: { $got } characters, { $max } at most.
error-number = Please write it as a number.
parked-heading = Carry on with what you wrote
parked-text = We have kept what you wrote. Check it once more, then send it.
parked-send = Send now
notice-saved = We have kept what you wrote. Sign in, then send it.
notice-saved-nowhere = What you wrote is confidential, so we have kept it nowhere. Sign in first, then write it once more.

## media: pictures
refusal-picture-hidden = A moderator has hidden the story that this picture belongs to.
error-picture-format = This file is not a complete JPEG or WebP picture. Choose another file.
error-picture-sides = The size of this picture does not match, or it is too wide. Make it smaller, then send it again.
error-picture-too-large = This picture file is too large. Make it smaller, then send it again.
error-picture-metadata = This picture still carries camera or location data. Remove it, then send it again.
error-upload-unknown = This file is neither a JPEG, PNG or WebP picture nor an MP3, M4A, AAC, Ogg or WAV recording. Choose another file.
error-upload-heic = This picture is in the HEIC format, which cannot be opened here yet. Choose JPEG in your camera, or send a screenshot of it.
error-upload-video = This file is a video. Only pictures and sound recordings are accepted here. Choose another file.
error-upload-broken = This file is cut off or damaged. Send it again from the start.
error-upload-mixed = This file has a file of another kind inside it. Save the picture or recording by itself and send it again.
error-upload-too-large = This file is too large: 20 MB at most for a picture, 32 MB for a recording. Make it smaller, then send it again.
error-upload-dots = This picture is too large to be opened: 25 million dots at most, such as 6000 × 4000. Make it smaller, then send it again.
error-upload-too-long = This recording is longer than two hours. Cut it, then send it again.
error-upload-busy = We are working on many files, so this one was not received. Please try again in a moment.
error-upload-enough = There are enough files on this form. Remove one first if this one matters more.
error-upload-spent = You have sent as many files as one day allows. Please try again tomorrow.
media-attach = Pictures and recordings (optional)
media-attach-hint = JPEG, PNG or WebP pictures; MP3, M4A, AAC, Ogg or WAV recordings. We remove the place and time kept inside the file. Press "Upload first" to describe them. Nothing else that you typed is lost.
media-attached = Pictures and recordings
media-field-files = Choose pictures or recordings
media-upload = Upload first
media-going = Uploading
media-broken = The connection broke. The upload goes on as soon as it is back; what has arrived is not sent again.
media-field-caption = Caption (optional)
media-field-alt = What it shows, for readers who cannot see it (optional)
media-field-transcript = Write down what is said (optional)
media-field-consent = Do the people in it agree? (optional, only for the newsroom)
media-field-made = How it was made
media-field-remove = Remove this file
media-made-camera = Original picture or recording
media-made-changed = Changed with artificial intelligence
media-made-invented = Made by artificial intelligence
media-undescribed = This picture has no description yet
media-recording = Sound recording, { $length }
media-minutes = { $n ->
    [one] { $n_text } minute
   *[other] { $n_text } minutes
}
media-seconds = { $n ->
    [one] { $n_text } second
   *[other] { $n_text } seconds
}
media-download = Download the recording
media-no-transcript = What is said has not been written down yet.
media-transcript = Read what is said
media-send-sample = Send

## comments: comments
comments-heading = Comments ({ $n_text })
comments-pages = Pages of comments
comments-more = More comments ({ $n_text })
comments-closed = Comments here are closed.
comments-none = No comments on this story yet. Be the first: fill in the form
comments-none-page = No comments on this page yet. Be the first: fill in the form
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
comment-answer-to = Reply to { $name }
comment-text-hint = At most { $n_text } characters. Your name is shown with your comment.
comment-sign-in-hint = Write first. We ask you to sign in when you send, and nothing is lost.
comment-send = Send comment
comment-send-answer = Send reply
comment-answer = Reply
comment-edit = Edit
comment-editable-until = until { $time }
comment-withdraw = Withdraw comment
comment-flag = Flag
comment-earlier-texts = See earlier texts
comment-see-log = See the moderation log
comment-only-you = Only you still see this text:
comment-date-unknown = date unknown
comment-badge-waiting = Waiting for a moderator
comment-badge-edited = Edited
comment-answers-earlier = replies to this comment
comment-by-someone = A member
comment-hidden-on = A moderator hid this comment on { $day }. Reason: { $reason }.
comment-withdrawn-on = Its writer withdrew this comment on { $day }.
comment-under = on
comment-card-title = Comment on { $title }
comment-edit-heading = Edit your comment
comment-edit-text = You can edit it until { $time }. We keep the earlier text.
comment-save = Save changes
comment-cancel = Cancel
comment-back = Back to the comment
comment-withdraw-heading = Withdraw your comment?
comment-withdraw-text = Its text will no longer be shown. Its place stays with the words "withdrawn by its writer", and other people's replies stay too. You cannot undo this.
comment-withdraw-now = Withdraw comment
comment-editions-heading = Texts before the edits
comment-editions-text = This page is for the writer of the comment and the moderators only.
comment-edition-until = Until
error-comment-answered-gone = The comment you replied to is no longer shown. Your text is still here: send it again as a comment of its own.
error-comment-window = The time for editing this comment is over. You can still withdraw it and write a new one.
refusal-comment-changed = This comment has just changed. Open its page again to see how it is now.
notice-comment-shown = Your comment is now shown.
notice-comment-waits = We have received your comment. A moderator looks at it first; until then only you can see it.
notice-comment-edited = Your changes have been saved.
notice-comment-edited-waits = We have received your changes. A moderator looks at them again; until then only you can see them.
error-comment-lines = At most { $max } lines. Join some lines, or make two comments of it.
my-comments = My comments
my-comments-none = You have not written a comment yet.
my-comments-older = Older comments
my-comment-shown = Shown
my-comment-withdrawn = Withdrawn by you
my-comment-hidden = Hidden: { $reason }
notice-comment-withdrawn = Your comment has been withdrawn.
offence-lie = false news
offence-slander = slander
offence-cruel = cruel content
offence-obscene = obscene content
offence-hatred = hatred of an ethnic group, religion, race or community
offence-violence = calling for violence
offence-degrading = degrading people for their sex, language, poverty, illness or disability
offence-personal-data = someone's personal data
offence-child = a child's identity
offence-advertising = advertising
offence-other = another reason

## house: pages of the house and administration
house-place = Where you are
house-old-version = You are reading an old version, version { $n }.
house-to-newest = Read the version in force
house-behind = This text is a translation, and it is older than the binding Indonesian version.
house-to-binding = Baca versi bahasa Indonesia
house-not-translated = This page does not exist in this language yet, so you see it in another one.
house-responsible = Person responsible
house-nobody-named = The person responsible has not been named yet. Article 12 of the Indonesian Press Act asks for the name, address and person responsible to be public. The administrators of this site need to fill it in.
house-version = Version { $n }
house-edit-this = Edit this page
house-all-versions = All versions
house-default-text = Default text
house-pages-intro = Each time you save, the page gets a new version. Older versions stay readable.
house-pages-caption = Pages by language
house-page = Page
house-language = Language
house-newest-version = Newest version
house-state = State
house-written = Written
house-none-yet = None yet
house-empty = Empty
house-edit-heading = Edit { $page }
house-edit-binding = This Indonesian text is the binding one. When you save it, every member is asked to agree again before sending anything.
house-edit-intro = When you save, this text becomes a new version and is shown at once. The version before it stays readable.
house-see-newest = See the new version
house-preview = Preview, not saved yet
house-field-title = Title
house-field-description = Summary
house-field-description-hint = One sentence for search engines and links.
house-field-responsible = Name of the person responsible
house-field-responsible-hint = Full name of the person who answers for everything published. Required by Article 12 of the Indonesian Press Act.
house-field-body = Text
house-field-body-hint = Leave an empty line between paragraphs. Write ## before a heading, - before an item, **bold**, *italic*, [word](address) for a link.
house-field-why = Reason for the change
house-field-why-hint = Readers see this reason in the list of versions.
house-save = Save new version
house-show-preview = Preview first
house-dead-jobs = { $n ->
    [one] { $n } job failed and stopped.
   *[other] { $n } jobs failed and stopped.
}
house-look-at-jobs = Look at the jobs
house-jobs-intro = E-mails and other tasks are done in the background. A task that fails is tried again by itself up to ten times, then stops here.
house-jobs-dead = Failed and stopped
house-jobs-none-dead = No job has failed.
house-job-attempts = { $n ->
    [one] Tried { $n } time
   *[other] Tried { $n } times
}
house-job-again = Try again
house-jobs-waiting = Waiting
house-jobs-none-waiting = No job is waiting.
house-job-kind = Kind
house-job-due = Due
house-job-tries = Tries
house-job-error = Last error
admin-halaman = Standing pages
admin-halaman-about = Newsroom, guidelines, terms, privacy, contact, the reporters' agreement, and in a shared house the charter too.
admin-pekerjaan = Jobs
admin-pekerjaan-about = E-mails and tasks that are waiting or have failed.
conflict-house-page = Someone else saved this page before you. Your text is still below and not saved yet. Compare first, then save again.
conflict-job = This job is already running again or done.
error-house-name-too-long = This name is too long.
error-house-why-too-long = This reason is too long: 300 characters at most.
notice-house-page-saved = The new version has been saved and is shown below.
notice-house-job-revived = The job is being tried again now.
house-words = Word list
house-words-intro = Words on this list are no longer marked when the spelling of a story is checked: names, local terms, short forms. No text changes because of it.
house-word = Word
house-word-hint = One word only. Capital and small letters are the same.
house-word-add = Add the word
house-words-list = Words on the list
house-words-count =
    { $n ->
    [one] { $n_text }{"\u00A0"}word
   *[other] { $n_text }{"\u00A0"}words
    }
house-words-none = No words yet. Add those that are often marked and are right all the same.
house-words-take-out = Take the ticked ones out
error-house-word = Write one word in letters, without spaces or digits.
refusal-house-words-many = The word list is full. Take out some that nobody needs first.
notice-house-word-added = The word is on the list and is marked no more.
notice-house-words-taken-out = The ticked words have left the list.

## outlets: community media
outlet-place = Where you are
outlets-heading = Community media
outlets-intro = Radio stations, bulletins, sites, wall newspapers and television run by residents, by area.
outlets-none = There are no community media here yet.
outlets-caption = Outlets you look after
outlets-first = From the start
outlets-next = Next
outlet-pages = Pages of the list
outlet-newest = Newest
outlet-older = Older
outlet-kind-radio = Radio
outlet-kind-bulletin = Bulletin
outlet-kind-web = Site
outlet-kind-wall = Wall newspaper
outlet-kind-tv = Television
outlet-status-air-on-air = On the air
outlet-status-air-silent = Silent for now
outlet-status-air-closed = Closed
outlet-status-print-on-air = Being published
outlet-status-print-silent = Paused
outlet-status-print-closed = Closed
outlet-council-unverified = Not yet verified
outlet-council-administrative = Verified on paper
outlet-council-factual = Verified on paper and on the spot
outlet-since = Since { $date }.
outlet-silent-days = { $n ->
    [one] { $n_text } day so far.
   *[other] { $n_text } days so far.
}
outlet-missing = Not stated yet: { $what }. Article 12 of the Indonesian Press Act asks for the name, address and person responsible to be public. The managers of this outlet need to fill it in.
outlet-missing-responsible = person responsible
outlet-missing-address = address
outlet-told = Updated
outlet-tell-air = Update the status
outlet-edit = Edit the profile
outlet-appoint = Choose a manager
outlet-add = Add an outlet
outlet-published = Published
outlet-nothing-published = Nothing from this outlet yet.
outlet-profile = About this outlet
outlet-responsible = Person responsible
outlet-address = Address
outlet-reach = Reach
outlet-founded = Founded
outlet-network = Network
outlet-legal-form = Legal form
outlet-deed = Deed
outlet-council = Press Council
outlet-licence = Licence
outlet-earlier = Earlier status
outlet-name = Name
outlet-kind = Kind
outlet-status = Current status
outlet-article-12 = Article 12 data
outlet-acts = Actions
outlet-complete = Complete
outlet-incomplete = Incomplete
outlet-now = { $name } now:
outlet-field-since = Since (optional)
outlet-field-since-hint = Readers see how many days it has been.
outlet-field-reason = Reason
outlet-field-reason-hint = Needed when the outlet is silent or paused. Example: lightning struck the transmitter.
outlet-save-air = Save the status
outlet-cancel = Cancel
outlet-form-intro = Article 12 of the Indonesian Press Act asks for the name, address and person responsible to be public. The rest may stay empty.
outlet-field-name = Name of the outlet
outlet-field-kind = Kind of outlet
outlet-field-council = Standing with the Press Council
outlet-field-responsible = Person responsible
outlet-field-responsible-hint = Full name of one person.
outlet-field-address = Address
outlet-field-address-hint = A place where somebody can be found.
outlet-field-about = About this outlet (optional)
outlet-field-frequency = Frequency (optional)
outlet-field-frequency-hint = For radio. Example: 107.8 MHz.
outlet-field-reach = Reach (optional)
outlet-field-reach-hint = Example: 2.5 km, or 250 copies a month.
outlet-field-founded = Founded on (optional)
outlet-field-network = Network (optional)
outlet-field-legal-form = Legal form (optional)
outlet-field-legal-form-hint = Example: association, foundation, cooperative. If there is none yet, say so.
outlet-field-deed = Number of the deed (optional)
outlet-field-licence = Licence of its texts (optional)
outlet-field-licence-hint = Example: CC BY-NC 4.0.
outlet-save = Save
admin-media = Manage community media
admin-media-about = Profiles and current status.
error-outlet-taken = There is already an outlet with this name.
error-outlet-too-long = This answer is too long.
error-outlet-choose = Choose one.
error-outlet-area = Choose the area. Type the name of an area, then press "Find area".
error-outlet-date = Write the year, month and day, such as 2026-11-24.
error-outlet-silent-reason = Write the reason, so that listeners and readers know.
notice-outlet-added = The new outlet has been added.
notice-outlet-saved = The profile has been saved.
notice-outlet-air-told = The status has been updated.

## moderation: flagging and deciding
flag-heading = Flag something that does not belong here
flag-text = Anyone may flag, even without an account. A moderator decides within 48 hours, and you get a number to see the outcome.
flag-reason = What is wrong?
flag-words = Explanation (optional)
flag-words-hint = Say which part is wrong and why. Only moderators read it.
flag-email = Your e-mail address (optional)
flag-email-hint = Only to tell you the outcome. We delete it afterwards.
flag-send = Send flag
flag-cancel = Cancel
flag-have-number = Already have a number? See the outcome
flag-outcome-heading = The outcome of your flag
flag-number = Number { $number }
flag-about = About
flag-your-reason = Your reason
flag-hidden-for = Hidden because
flag-received-at = Received
flag-decided-at = Decided
flag-due-at = Due by
flag-keep-number = Keep this number. With it you can see the outcome at any time.
flag-number-field = Number of the flag
flag-number-field-hint = Eight letters and digits, for example 7KQ2-M9XD.
flag-look = See the outcome
flag-state-open = Waiting
flag-state-open-text = A moderator decides by { $due }.
flag-state-acted = Acted on
flag-state-acted-text = A moderator looked at it and hid it. Thank you.
flag-state-kept = Still shown
flag-state-kept-text = A moderator looked at it. It breaks no rule, so it stays where it is.
error-flag-reason = Choose what is wrong.
error-flag-words = Write the other reason in the explanation.
error-flag-email = Write a full e-mail address, such as name@example.org.
error-flag-number = We cannot find this number. Check its letters and digits.
notice-flag-received = Thank you. We received your flag.
desk-heading = Moderation desk
desk-filter = Filter
desk-all = All ({ $n_text })
desk-waiting = Waiting ({ $n_text })
desk-flagged = Flagged ({ $n_text })
desk-empty = Nothing is waiting. Everything has been decided.
desk-hidden = Hidden
desk-due = due by
desk-flagged-times = { $n ->
    [one] flagged once
   *[other] flagged { $n_text } times
  }
desk-words = What the people who flagged it say
desk-tick = Tick to decide together with others
desk-own = This is your own text. Another moderator decides.
desk-show = Show
desk-keep = Leave it shown
desk-keep-hidden = Leave it hidden
desk-hide = Hide
desk-reason = Reason to hide it
desk-choose = Choose a reason
desk-show-ticked = Show all that are ticked
due-left-minutes = { $n ->
    [one] { $n_text } minute left
   *[other] { $n_text } minutes left
  }
due-left-hours = { $n ->
    [one] { $n_text } hour left
   *[other] { $n_text } hours left
  }
due-late-minutes = { $n ->
    [one] { $n_text } minute late
   *[other] { $n_text } minutes late
  }
due-late-hours = { $n ->
    [one] { $n_text } hour late
   *[other] { $n_text } hours late
  }
hold-newcomer = New member
hold-links = Many links
hold-all = Everything is looked at first
error-moderation-reason = Choose a reason first. It is shown to everyone.
error-moderation-act = Press one of the buttons to decide.
refusal-own-text = This is your own text. Someone else must decide.
refusal-already-decided = Another moderator has already decided this. Open the moderation desk again.
notice-moderation-shown = It is now shown.
notice-moderation-hidden = It is now hidden. The reason is shown to everyone.
notice-moderation-kept = Your decision has been saved. Nothing changed.
notice-moderation-all-shown = What you ticked is now shown.
notice-moderation-none-shown = Nothing was shown: nothing was ticked, or another moderator has already decided.
log-heading = Moderation log
log-text = Every moderator decision is recorded here for anyone to read. It names nobody.
log-empty = No decisions yet.
log-pages = Pages of the log
log-newest = Newest
log-older = Older
log-reason = Reason: { $reason }
act-show = Shown
act-hide = Hidden
act-keep = Looked at, left as it is
act-restore = Shown again
log-under = { $kind } on { $title }
restore-heading = Show again
restore-text = Once shown, anyone can read it again. This decision goes into the moderation log.
restore-cancel = Back to the log
log-restore = Show again
kind-story = Story
kind-comment = Comment
kind-person = Person
kind-outlet = Community outlet
kind-occasion = Occasion
kind-section = Section
kind-house-page = Page
kind-flag = Flag
kind-area = Area
kind-draft = Draft
kind-agency = Public body
kind-report = Report
kind-answer = Answer
kind-programme = Programme
kind-activity = Activity
kind-innovation = Innovation
kind-replication = Replication
kind-survey-round = Survey
measure-warn = Warning
measure-warn-hint = You are asked to read this warning before you send your next story or comment. After that you can write as usual.
measure-mute = No writing for a while
measure-mute-hint = Stories and comments cannot be sent until the time is over. Reading stays possible, and duties go on.
measure-suspend = Account suspended for a while
measure-suspend-hint = No writing, and all duties rest until the time is over. Reading, asking for one's own data, appealing, reporting and the right of reply stay possible.
measure-state-runs = In force
measure-state-over = Over
measure-state-lifted = Ended early
measure-until = Until
measure-at = Since
measure-said = The moderator's words
measure-kind = Measure
measure-reason = Reason
measure-reason-hint = Shown in the public moderation log, without anyone's name.
measure-days = How long
measure-days-hint = It ends by itself at the end of the last day.
measure-days-count = { $n ->
    [one] { $n_text } day
   *[other] { $n_text } days
}
measure-words = Words to this person
measure-words-hint = Say what is wrong and what to do instead. Only this person and the moderators read it.
measure-heading = Take a measure
measure-text = The person is told on the site and by letter, with the reason, until when, and how to appeal. The public moderation log says only the measure, the reason and the day.
measure-take = Save the measure
measure-lift = End it now
measure-rights = While a measure is in force you can still read, send reports, use the right of reply and ask for your data.
measure-refusal-heading = You cannot write yet
measure-refusal-warn = Please read the moderator's warning first. The reason: { $reason }.
measure-refusal-mute = A moderator has stopped this account from writing until { $until }. The reason: { $reason }. The moderator's words and how to appeal are on your page of notices.
measure-refusal-suspend = A moderator has suspended this account until { $until }. The reason: { $reason }. The moderator's words and how to appeal are on your page of notices.
measure-refusal-more = Open my notices
error-measure-kind = Choose the measure.
error-measure-days = Choose how long it holds.
refusal-measure-self = You cannot take a measure against your own account.
refusal-measure-house = Measures against people are taken by moderators of the whole house, not of one area.
refusal-measure-role = This person leads or moderates. Ask the chief editor, or end that role first.
refusal-measure-runs = Such a measure is already in force for this person.
refusal-measure-over = This measure is already over.
person-heading = Measures and notes
person-measures = Measures
person-no-measures = No measure was ever taken against this person.
person-remarks = Notes of the moderators
person-remark = New note
person-remark-hint = Only moderators read it. Write what is needed, politely.
person-remark-add = Save the note
person-gone = a deleted account
notice-moderation-measured = The measure is saved. The person has been told.
notice-moderation-lifted = The measure is ended. The person has been told.
notice-moderation-remarked = The note is saved.
notice-saved-to-read = We have kept what you wrote. Please read this warning first, then it can be sent.
notice-news-read = Thank you for reading.
news-heading = Notices for you
news-count = New notices ({ $n_text })
news-none = There are no notices yet.
news-notices = News about what you sent
news-new = New
news-see = See
news-read = I have read this
person-notice-hidden = { $what } by you was hidden. The reason: { $reason }.
person-notice-shown = { $what } by you was checked and is shown.
person-notice-restored = { $what } by you is shown again.
person-notice-warned = You got a warning. The reason: { $reason }.
person-notice-muted = You cannot write for a while. The reason: { $reason }.
person-notice-suspended = Your account is suspended for a while. The reason: { $reason }.
person-notice-measure-lifted = A measure against your account was ended early.
desk-person = Measures and notes for { $name }
flag-act-heading = You are a moderator
flag-act-text = You can decide on this now, without waiting for someone to flag it.
flag-act = Decide on this
act-warn = Warning
act-mute = No writing for a while
act-suspend = Account suspended for a while
act-lift = Measure ended early
kind-measure = Measure against a person
letter-measure-about = A measure against your account at { $house }
letter-measure-body =
    Hello { $name },

    A moderator has taken a measure against your account.
    { $what }

    The reason: { $reason }
    Until: { $until }

    The moderator's words:
    { $words }

    How to appeal is told at
    { $link }
complaint-desk = Content complaints
complaint-heading = Complaint number { $number }
complaint-none = There are no complaints here.
complaint-tab-open = To decide
complaint-tab-late = Late
complaint-tab-decided = Decided
complaint-was-late = Decided after the time was over
complaint-reason = What is complained about
complaint-words = Explanation
complaint-text-gone = What was complained about is not there any more.
complaint-steps = Steps taken
complaint-step-received = Received
complaint-step-examined = Being examined
complaint-step-urged = The desk was reminded
complaint-step-acted = Acted on
complaint-step-refused = Refused
complaint-deed = Decision
complaint-deed-examine = Begin to examine
complaint-deed-examine-hint = Whoever complained can see that it is being examined. The time goes on.
complaint-deed-hide = Hide what was sent
complaint-deed-hide-hint = Choose the reason below. It is public.
complaint-deed-refuse = Refuse the complaint
complaint-deed-refuse-hint = What was sent stays. Choose the ground below.
complaint-ground = Ground of the refusal
complaint-ground-hint = Whoever complained reads this ground.
complaint-ground-no-violation = this does not go against the guidelines
complaint-ground-opinion = this is an opinion, and opinions may differ
complaint-ground-proven = this is true, and there is proof
complaint-ground-correction = this is no violation; if something is wrong, use the right of correction or reply
complaint-ground-unclear = it is not clear what is complained about
complaint-answer = Explanation to whoever complained (optional)
complaint-answer-hint = They read it with the number of their complaint.
complaint-save = Save the decision
error-complaint-ground = Choose why this complaint is refused.
refusal-complaint-examined = Another moderator has already begun to examine this complaint.
notice-complaint-noted = This step is noted.
person-notice-complaint-acted = Your complaint about { $what } was acted on.
person-notice-complaint-refused = Your complaint about { $what } was examined and refused.
log-alone = decided by its own writer after a pause, because there is no other moderator
letter-complaint-about = Complaint number { $number } waits for a decision
letter-complaint-body =
    This complaint must be decided by { $due } at the latest.

    Open it at
    { $link }
appeal-desk = Appeals
appeal-heading = Appeal
appeal-none = There are no appeals here.
appeal-link = Appeal against this measure
appeal-own-heading = Your appeal
appeal-own-text = If this decision is wrong you may appeal once. Somebody else looks at it, not who decided. If this house has a single moderator, that person looks again after a pause, and the public log says so.
appeal-until = Appeals are taken until
appeal-words = Why is this decision wrong?
appeal-words-hint = Write what you think the moderator did not see.
appeal-words-heading = What the appeal says
appeal-send = Send the appeal
appeal-against = Decision on
appeal-state-open = Waiting for a decision
appeal-state-restored = Granted: the decision is taken back
appeal-state-kept = Refused: the decision stays
appeal-verdict = Decision
appeal-verdict-restore = Grant the appeal: the text is shown again
appeal-verdict-lift = Grant the appeal: the measure ends
appeal-verdict-keep = Refuse the appeal: the decision stays
appeal-answer = Explanation to whoever appealed
appeal-answer-hint = They read it on the site and in a letter.
appeal-alone = Decided by the same person after a pause, because there is no other moderator.
appeal-you-alone = There is no other moderator, so you decide again. The moderation log says so.
appeal-other-decides = You took this decision yourself. Another moderator decides the appeal. If there is none, you may after { $n_text } hours from when the appeal came in.
refusal-appeal-once = This decision was appealed against already.
refusal-appeal-late = The time for an appeal is over.
refusal-appeal-own = An appeal is decided by somebody else than who took the decision.
notice-appeal-sent = Your appeal was received.
notice-appeal-decided = The appeal is decided. Whoever appealed is told.
person-notice-appeal-restored = Your appeal about { $what } was granted.
person-notice-appeal-kept = Your appeal about { $what } was refused.
person-notice-held = What you send is checked before it is shown. The reason: { $reason }.
act-appeal-restored = Appeal granted, the decision is taken back
act-appeal-kept = Appeal refused, the decision stays
act-hold = What someone sends is checked first
measure-hold = Texts are checked first
measure-hold-hint = New texts wait for a moderator before they are shown. Writing stays possible.
measure-refusal-hold = What you send waits for a moderator. The reason: { $reason }.
hold-person = Checked first by a moderator's decision
hold-words = Has a marked word
hold-rate = Many texts within an hour
setting-rate-max = Texts within an hour
setting-rate-max-hint = What a member sends beyond this number within an hour waits. Write a number { $range }; 0 means that nobody counts.
rules-words = Words that make a text wait (optional)
rules-words-hint = One word or phrase a line. Capitals do not matter, and only whole words count.
desk-ticked = All that is ticked
desk-hide-ticked = Hide all that is ticked
notice-moderation-all-hidden = What was ticked is hidden. The reason is public.
letter-appeal-about = Your appeal at { $house }
letter-appeal-body =
    Hello { $name },

    Your appeal is decided.
    { $outcome }

    Explanation:
    { $answer }

    { $link }
legal-desk = Official orders and requests
legal-heading = Official order
legal-none = There are no orders or requests here.
legal-new = Enter an order or a request
legal-new-text = Enter every order and request of an authority, also those that will be refused. Time runs from when the letter was received.
legal-kind = Kind
legal-kind-takedown-urgent = Urgent order to take down
legal-kind-takedown-urgent-hint = Within 4 hours from receipt.
legal-kind-takedown = Order to take down
legal-kind-takedown-hint = Within 24 hours from receipt.
legal-kind-data = Request for data
legal-kind-data-hint = A sender's name or address, for example. No fixed time.
legal-authority = Who asks
legal-authority-hint = The name of the authority, not of its officer.
legal-reference = Number of the letter
legal-basis = Legal basis that is named
legal-basis-hint = The law and its article, or a judge's order.
legal-asked = What is asked
legal-asked-hint = Name the page or the data that is asked for.
legal-day = Day of receipt
legal-day-hint = Not the day of entry.
legal-time = Time of receipt
legal-enter = Save the entry
legal-entered = Entered by
legal-decided-by = Decided by
legal-verdict = Decision
legal-state-open = Not decided
legal-state-followed = Followed
legal-state-partly = Followed in part
legal-state-refused = Refused
legal-given = What was given
legal-given-hint = Needed where a request for data is followed. Name the kind of data, not the data.
legal-reason = Reason
legal-reason-hint = Why it was followed or refused.
legal-data-text = Give only what the legal basis demands. The identity of a source is protected by the right of refusal.
legal-takedown-text = Published news is not withdrawn merely because an outside party asks. Where something must be taken down, do so at the moderation desk or the story desk, then note it here.
legal-no-clock = no fixed time
legal-count = Number
legal-late = Late
legal-counts = Official orders by year
legal-counts-of = Official orders and requests in { $year }
legal-counts-text = How many orders and requests of authorities came in, and how we decided. Names and the text of letters are not shown.
legal-counts-none = No order or request has come in yet.
legal-counts-nothing = None this year.
error-legal-received = Write the day and time of receipt: not in the future, and not more than 90 days ago.
notice-legal-entered = Entered. Those who hold this desk are told.
notice-legal-decided = The decision is saved.
letter-legal-about = Official order { $number } received
letter-legal-body =
    { $kind }
    Due: { $due }

    Open the entry at
    { $link }
rules-heading = Moderation rules
rules-text = These rules say which new texts wait for a moderator before they are shown.
rules-save = Save the rules
rules-back = To the moderation desk
setting-newcomer-waits = First comments that wait
setting-newcomer-waits-hint = How many first comments of a new member are looked at before they are shown. Write a number { $range }; 0 means none wait.
setting-links-max = Links allowed
setting-links-max-hint = Text with more links than this waits. Write a number { $range }.
setting-all-wait = Everything waits
setting-all-wait-hint = Tick this if all new text must be looked at first.
error-out-of-bounds = Write a number from { $min } to { $max }.
notice-moderation-rules-saved = The rules have been saved and apply from now on.
letter-shown-about = Your text is now shown at { $house }
letter-shown-body =
    Hello { $name },

    A moderator looked at your text, and it is now shown:
    { $link }
letter-hidden-about = Your text was hidden at { $house }
letter-hidden-body =
    Hello { $name },

    A moderator hid your text. Reason: { $reason }.

    Your text:
    { $text }

    It was not deleted. You can still read it at
    { $link }

    All moderator decisions are recorded at
    { $log }

    If you think that this decision is wrong, appeal once at
    { $appeal }
letter-flag-about = The outcome of flag { $number }
letter-flag-acted-body =
    Thank you for flagging. A moderator looked at what you flagged and hid it.

    Number { $number }: { $link }

    We have deleted your e-mail address from this flag.
letter-flag-kept-body =
    Thank you for flagging. A moderator looked at what you flagged. By our rules it may stand, so nothing was changed.

    Number { $number }: { $link }

    We have deleted your e-mail address from this flag.

## people: the door
sign-up = Sign up
sign-up-lead = You need no account to read. With one you can comment.
sign-up-lead-writing = You need no account to read. With one you can comment and send stories.
field-name = Full name
field-name-hint = This name is shown with what you send. You can choose a pen name later.
field-contact = E-mail address or phone number
field-contact-hint = Either one. It is shown to nobody.
field-password = Password
field-new-password = New password
field-new-password-hint = At least 10 characters. A few words that you remember easily are better than one complicated word.
field-age = Your age
age-adult = 18 or older
age-minor = 13 to 17
age-minor-hint = Needs the permission of a parent or guardian
age-child = Under 13
guardian-legend = Only if you are 13 to 17
field-guardian-name = Name of your parent or guardian
field-guardian-email = Their e-mail address
field-guardian-email-hint = We send one e-mail. You can use your account once they agree.
agree-text = What I write contains no lies, slander, cruelty or obscenity; it spreads no hatred of any ethnic group, religion, race or class; it calls for no violence; it belittles nobody for their sex, language, poverty, illness or disability. I agree to the
agree-terms = Terms, version { $n }
have-account = Already have an account?
no-account-yet = No account yet?
forgot-password = Forgot your password?
type-the-code = Type the code
code-lead = We have sent you an e-mail with a six-digit code. It is valid for 15 minutes. Not there yet? Look in the spam folder too.
field-code = Code from the e-mail
field-code-hint = Six digits
go-on = Continue
no-letter = No e-mail?
begin-again = Start again
recovery-codes = Recovery codes
recovery-codes-lead = Write these codes down or print them now, and keep them safe. They are shown only once. If you forget your password, use one of them; each code works once.
codes-kept = I have saved them
wait-for-guardian = Waiting for your guardian's permission
wait-for-guardian-text = We have sent an e-mail to your parent or guardian. You can use your account once they agree. If there is no answer within 14 days, we delete this sign-up.
guardian-heading = Permission of a parent or guardian
guardian-text = Hello { $guardian }. { $name } would like an account at { $house } and named you as parent or guardian. Do you agree?
guardian-means = With an account your child can comment.
guardian-means-writing = With an account your child can comment and send stories.
guardian-kept = We keep: the name, and the e-mail address or phone number. Read also:
guardian-yes = Yes, I agree
guardian-no = No, delete this sign-up
guardian-said-yes = Thank you. The account is ready, and we have told your child.
guardian-said-no = All right. We have deleted the sign-up.
recover-heading = Recover your account
recover-written-heading = Recover your account with a recovery code
recover-phone = If your account has a phone number, recover it with one of the recovery codes that you kept when you signed up.
recover-lead = Write the e-mail address of your account. If there is one, we send a code for choosing a new password.
field-email = E-mail address
send-code = Send the code
have-recovery-code = Recover with a recovery code
recover-written-lead = Use one of the recovery codes that you kept, then choose a new password.
recover-code-lead = If the address has an account, we have sent the code; it is valid for 15 minutes. Type it, then choose a new password.
field-recovery-code = Recovery code
field-recovery-code-hint = Eight letters and digits, such as 7KQ2-M9XD
set-password = Save the password
first-heading = First administrator
first-lead = You opened a link that works once. Create the account of the first administrator of this site; after that the link no longer works.
first-button = Create administrator account

## people: the account
field-phone = Phone number
member-since = Member since
agreed-to = Agreed to
account-data = What we keep about you
account-data-text = We keep no IP address. Your password is kept only in a scrambled form that we cannot read. Your e-mail address and phone number are never shown to readers.
account-change = Change
about-me = About me
guardian = Parent or guardian
guardian-agreed = agreed on
sessions-count = { $n ->
    [one] { $n_text } browser
   *[other] { $n_text } browsers
}
codes-left = { $n ->
    [one] { $n_text } code not used yet
   *[other] { $n_text } codes not used yet
}
profile-heading = Name and about me
address-heading = Change e-mail address
password-heading = Change password
sessions-heading = Signed-in browsers
public-page = Page for readers
renew-codes-text = Recovery codes help when you forget your password and cannot open your e-mail. New codes replace all old ones.
renew-codes = Make new recovery codes
field-pen-name = Pen name (optional)
field-pen-name-hint = If filled in, readers see this name.
field-about = About me (optional)
field-about-hint = A sentence or two for readers. Do not write your home address.
area-coarse-hint = We keep only the regency or city.
save = Save
password-lead = After the change you stay signed in here and are signed out of every other browser.
field-old-password = Current password
address-lead = We send a code to the new address, and tell the old one.
field-new-email = New e-mail address
sessions-lead = One you do not know? End it, then change your password.
unknown-browser = Unknown browser
this-browser = This browser
signed-in-at = Signed in
last-seen = Last used
end-session = End
end-other-sessions = Sign out everywhere else
end-all-sessions = Sign out everywhere, here too

## people: second factor
second-heading = Second factor
second-lead = With a second factor, somebody who knows your password still cannot get in: when you sign in, we also ask for a code from your phone.
second-how = You need a code app, such as Aegis, FreeOTP or Google Authenticator. It works without internet.
second-desk-waits = Your work here needs a second factor. Your desk opens once it is set up.
second-is-on = Set up
second-begin = Set up a second factor
second-take-off = Remove the second factor
second-take-off-text = Without a second factor, the password alone opens your account. Your desk may stay closed until you set one up again.
second-set-up = Set up your second factor
second-scan = Open the code app on your phone and scan this picture.
second-qr = QR code for the code app
second-type-secret = Cannot scan it? Type these letters and digits into the app.
second-open-app = Open in the app on this phone
field-second-code = Code from the app
field-second-code-hint = The six digits shown now
second-confirm = Set up
spare-codes = Spare codes
spare-codes-lead = Your second factor is set up. Write these codes down or print them now; they are shown only once. If you lose your phone, use one of them when you sign in. Each works once.
spare-codes-left = { $n ->
    [one] { $n_text } spare code left
   *[other] { $n_text } spare codes left
}
spare-codes-renew = Make new spare codes
second-door = The code from your phone
field-door-code = Code
field-door-code-hint = Six digits from the code app, or one spare code
second-lost = Lost both your phone and the spare codes? Contact the administrators of this site. Or
second-reset = Remove the second factor
second-reset-of = Remove the second factor of { $name }
second-reset-text = Do this only when you are sure who asked for it. This person is signed out of every browser and can then sign in with the password alone. They are told by e-mail, and your act is recorded.
field-second-reason = Reason
field-second-reason-hint = This reason is written in the e-mail to the person.
people-cancel = Cancel
device-since = Known since
error-second-code = The code does not match, or has been used. Wait for the next one, then try again.
refusal-second-on = A second factor is already set up. Remove the old one first.
refusal-second-own = You remove your own second factor on your account page.
notice-second-off = The second factor has been removed.
notice-second-reset = This person's second factor has been removed. They have been told.
notice-desk-closed = That page needs a second factor. Set it up here first.
mail-second-on-subject = A second factor was set up at { $house }
mail-second-on-body =
    A second factor has just been set up for your account at { $house }. All other browsers were signed out.

    If it was not you, change your password now: { $link }
mail-second-off-subject = The second factor was removed at { $house }
mail-second-off-body =
    The second factor of your account at { $house } has just been removed. The password alone now opens it.

    If it was not you, change your password now: { $link }
mail-second-reset-subject = An administrator removed your second factor at { $house }
mail-second-reset-body =
    An administrator of { $house } removed the second factor of your account. The reason: { $reason }

    You are signed out of every browser. Sign in with your password, then set up a second factor again.
    If you did not ask for this, change your password now: { $link }
mail-device-subject = Your account at { $house } was opened in a new browser
mail-device-body =
    Someone signed in to your account at { $house } from a browser that we do not know: { $browser }, { $at }.

    If it was you, ignore this e-mail.
    If not, change your password now: { $link }
    You can see the signed-in browsers at { $sessions }

## people: my data
own-data-heading = Download my data
own-data-lead = Here you can download everything we keep about you: account data, consents, comments, stories, reports, and the record of what you did. The page you download opens without internet. The JSON file is made for other programs.
own-data-without = Passwords, codes and other people's data are not included (Article 33 of Law 27/2022).
own-data-page = Download as a page
own-data-json = Download as JSON
own-data-file-text = Every row that names you, table by table. The same data as JSON is inside this file, in the element called data.
end-account = Delete my account
end-account-wait =
    { $n ->
        [one] Your account is deleted { $n_text } day after you ask for it here. If you change your mind, sign in before then, and the deletion is cancelled.
       *[other] Your account is deleted { $n_text } days after you ask for it here. If you change your mind, sign in before then, and the deletion is cancelled.
    }
end-account-goes = What goes
end-account-goes-1 = Your e-mail address, phone number, name, pen name, area and password.
end-account-goes-2 = All browsers that are signed in, your second factor and your codes. Your roles end.
end-account-goes-3 = Stories that were not published, and your e-mail address and phone number on reports and flags that you sent.
end-account-stays = What stays, and why
end-account-stays-1 = Published stories stay published under the name they carry: news is not retracted because its writer leaves (Cyber Media Reporting Guidelines, number 5). If a story endangers you, ask the newsroom to retract it.
end-account-stays-2 = Your comments stay, under the name "Akun dihapus" (deleted account). You can first withdraw comments that you do not want.
end-account-stays-3 = Your reports stay, without a name, and so does the record of what was done on this site, with a number instead of a name.
end-account-stays-4 =
    { $n ->
        [one] The dates on which you agreed to the terms are kept for { $n_text } year as proof, without a name (Article 24 of Law 27/2022).
       *[other] The dates on which you agreed to the terms are kept for { $n_text } years as proof, without a name (Article 24 of Law 27/2022).
    }
end-account-take = Download my data first
deleted-account = Deleted account
notice-account-ends = Your account will be deleted. If you change your mind, sign in before that day.
notice-account-stays = You signed in again, so the deletion of your account is cancelled.
mail-ending-subject = Your account at { $house } will be deleted
mail-ending-body =
    You asked for your account at { $house } to be deleted. It will be deleted on { $at }.

    If you change your mind, or did not ask for this, sign in before then: { $link }
mail-ended-subject = Your account at { $house } has been deleted
mail-ended-body =
    Your account at { $house } has been deleted, and we no longer keep this address. This is our last e-mail.

## people: data requests
data-desk = Personal-data desk
request-heading = Your personal data
request-lead = You may see, correct, delete and restrict your data here, and withdraw your consent (Law 27/2022). We answer within 72 hours. Corrections and replies to stories are not data requests: open the story and choose "Ask for a correction / Reply".
request-news = Asked before?
request-own = Your requests
request-due = Answered by
request-kind = What you ask for
request-kind-access = See my data
request-kind-correction = Correct my data
request-kind-deletion = Delete my data
request-kind-withdrawal = Withdraw my consent
request-kind-restriction = Suspend or restrict the use of my data
field-request-words = Your request
field-request-words-hint = Which data, on which page. Do not write your identity number.
field-request-name = Your name
field-request-name-hint = Only the personal-data desk sees it.
field-request-email = E-mail address (optional)
field-request-email-hint = For sending the answer. Without it, see the answer with the number and the code.
request-send = Send the request
request-kept = We have received your request
request-kept-lead = Write down this number and this code now; the code is shown only once. With both you can see our answer, within 72 hours from now.
request-follow = See my request
field-request-number = Number
field-request-code = Code
field-request-code-hint = Five groups of letters and digits
request-look = See
request-filter = Filter requests
request-open = Waiting
request-answered = Answered
request-none = There are no requests here.
request-no-account = Without an account
request-acts = What was done
request-state-open = Waiting for an answer
request-state-done = Granted
request-state-refused = Refused
request-act = Action
request-act-received = Received
request-act-noted = Note
request-act-done = Granted
request-act-refused = Refused
request-do-noted = Only make a note (not seen by the person who asked)
request-do-done = Granted as asked
request-do-refused = Refuse
field-request-ground = Reason for refusing (optional)
field-request-ground-hint = Only when refusing. With the first three the law obliges us to refuse (Article 33 of Law 27/2022).
request-ground-endangers = It endangers somebody's safety or health
request-ground-another-person = It reveals another person's data
request-ground-security = It goes against national defence and security
request-ground-not-proven = We cannot be sure who is asking
request-ground-editorial = This is about the content of a story: ask for a correction or a reply
field-request-answer = Note or answer
field-request-answer-hint = The person who asked reads the answer. Do not write other people's data.
request-act-send = Save
error-request-ground = Choose the reason for refusing.
error-request-code = The number or the code does not match. Check both.
refusal-requests-open = Several of your requests are still waiting. Wait for their answers first.
refusal-request-answered = Another officer has just answered this request.
notice-request-received = We have received your request. We answer within 72 hours.
notice-request-noted = It has been saved.
mail-request-subject = Answer to request { $number } at { $house }
mail-request-body =
    { $outcome }

    { $words }

    { $link }

## people: passkeys
passkeys = Passkeys
passkeys-lead = Sign in with your fingerprint, your face or the PIN of your phone, without a password. A passkey also counts as your second factor.
passkey-script = To add a passkey, turn on JavaScript in this browser.
passkey-enter = Sign in with a passkey
passkey-add = Add a passkey
passkey-end = Remove this passkey
field-passkey-name = Name of the passkey
field-passkey-name-hint = So that you recognise it later, such as "My phone".
error-passkey = This passkey cannot be used. Try again, or sign in with your password.
refusal-passkeys-many = There are ten passkeys already. Remove one that you no longer use.
refusal-passkey-known = This passkey is already set up.
notice-passkey-added = The passkey has been added.
notice-passkey-ended = The passkey has been removed.
mail-passkey-added-subject = A passkey was added at { $house }
mail-passkey-added-body =
    A passkey has just been added to your account at { $house }. All other browsers were signed out.

    If it was not you, change your password now: { $link }
mail-passkey-ended-subject = A passkey was removed at { $house }
mail-passkey-ended-body =
    A passkey of your account at { $house } has just been removed.

    If it was not you, change your password now: { $link }

## people: roles
admin-orang = People and roles
admin-orang-about = Find people, grant roles, end roles.
people-search = Name, e-mail address or phone number
people-none = There is nobody by that name.
people-wanted = Choose somebody for this role:
pages = Pages
roles-heading = Roles
roles-none = No role yet besides member.
role-member = Member
role-reporter = Reporter
role-editor = Editor
role-chief-editor = Chief editor
role-moderator = Moderator
role-complaint-desk = Complaint desk
role-data-desk = Personal-data desk
role-informant-keeper = Informant keeper
role-legal-desk = Legal desk
role-outlet-manager = Outlet manager
role-officer = Officer of a public body
role-administrator = Administrator
role-active = In force
role-past = Ended
role-since = Since
role-until = until
role-end = End this role
role-grant-heading = Grant a role
role-opens-heading = Which desks does each role open?
role-opens = { $role }: opens { $desks }.
role-opens-nothing = { $role }: opens no desk.
field-role = Role
scope-text = A role holds in the whole site, unless you choose one area, outlet or public body.
error-scope-area = Choose only one: an area from those found, an outlet, or a public body.
choose = Choose
field-scope = One community outlet or public body (optional)
field-scope-hint = It is filled in when you come from "Choose a manager" in the list of outlets. Officers of a public body are chosen on the page of that body. After the change the person needs to sign in again.
role-grant = Grant the role
scope-house = The whole site
scope-unknown = A place that no longer exists

## people: errors and news
error-contact = Write an e-mail address such as name@example.org, or a phone number such as 0812 3456 7890.
error-email = Write a full e-mail address, such as name@example.org.
error-password-short = The password is too short: at least 10 characters.
error-password-long = The password is too long: 256 characters at most.
error-password-common = This password is too easy to guess. Try joining a few words that seldom go together.
error-password-about-you = This password resembles your name or address. Choose another.
error-choose = Choose one.
error-too-young = Accounts are for people aged 13 and over. You may read everything; ask a grown-up to write for you.
error-agree = Tick this box first, then you can sign up.
error-guardian-is-you = This is your own address. Write the address of your parent or guardian.
error-sign-in = The address, number or password does not match. Check them, then try once more.
error-name-reserved = This name sounds like a role on this site. Please use your own name.
error-name-taken = This is the name of someone who works here. Add a family name or another name.
error-phone-unusable = This number cannot be used to sign up. If you have signed up before, please sign in. If you forgot the password, use one of your recovery codes. Or sign up with an e-mail address.
error-recover-phone = We cannot send a code to a phone number. Use one of the recovery codes that you kept when you signed up.
error-contact-taken = There is already an account with this address or number. Please sign in with it.
error-code = The code does not match. Check the digits.
error-recovery = The code does not match, or has been used. Check it, or use another code.
error-old-password = The current password does not match. Check what you typed.
error-longer-than = Too long: { $max } characters at most.
error-scope-house = The administrator role is always for the whole site: leave this empty.
error-scope = We do not know this area, outlet or public body. Check the code.
refusal-code-gone = This code or link is no longer valid. Start again.
refusal-code-tries = This code has been tried too often. Start again.
refusal-address-taken = Another account has this address. Use another one.
refusal-last-administrator = This is the last administrator. Grant the role to somebody else first.
notice-signed-out = You are signed out.
notice-welcome = Welcome. Your account is ready.
notice-password-renewed = The new password has been saved. Please sign in.
notice-first-administrator = You are now the administrator of this site.
notice-profile-changed = Your changes have been saved.
notice-password-changed = The password has been changed. All other browsers are signed out.
notice-address-changed = The address has been changed.
notice-session-ended = That browser is signed out.
notice-signed-out-everywhere = You are signed out of every browser.
notice-sessions-ended = All other browsers are signed out.
mail-code-subject = Your code: { $code }
mail-code-body =
    Your code for { $house }: { $code }

    It is valid for 15 minutes. If you did not ask for it, ignore this e-mail.
mail-taken-subject = Somebody signed up at { $house } with your address
mail-taken-body =
    Somebody has just signed up at { $house } with this address. It already has an account.

    If it was you and you forgot your password: { $link }
    If not, ignore this e-mail. Nothing has changed.
mail-guardian-subject = { $name } asks for your permission
mail-guardian-body =
    Hello { $guardian },

    { $name } would like an account at { $house } and named you as parent or guardian.
    To agree or decline, open: { $link }

    If you do not answer within 14 days, we delete the sign-up.
mail-guardian-yes-subject = Your account at { $house } is ready
mail-guardian-yes-body = Your parent or guardian agreed. You can sign in at { $house }.
mail-guardian-no-subject = Your sign-up at { $house } does not go ahead
mail-guardian-no-body = Your parent or guardian did not agree. We have deleted your sign-up at { $house }; you may still read everything.
mail-recover-subject = Recovery code for { $house }
mail-recover-body =
    Code for choosing a new password at { $house }: { $code }

    It is valid for 15 minutes. If you did not ask for it, ignore this e-mail.
mail-moved-subject = The address of your account at { $house } was changed
mail-moved-body = The e-mail address of your account at { $house } has just been changed. If it was not you, contact the administrators of the site at once.
mail-password-subject = The password of your account at { $house } was changed
mail-password-body =
    The password of your account at { $house } has just been changed. All other browsers were signed out.

    If it was not you, choose a new password at once: { $link }

## areas: choosing and finding an area
area-legend = Area
area-hint = Type the name of a village, district or regency, then press "Find area". The other fields keep what you typed.
area-name-label = Name of the area
area-find = Find area
area-none-found = No area is called "{ $text }". Try a part of the name.
area-no-choice = No area
areas-heading = Find an area
areas-description = Every province, regency, city, district and village: find yours and read the news from there.
areas-lead = Type the name of your area, or choose its province and work down to the village.
areas-provinces = Provinces
areas-found = { $n ->
    [one] One area found
   *[other] { $n_text } areas found
}
areas-found-more = The { $n_text } best matches. If yours is not among them, type more of its name.
areas-found-for = Results for "{ $text }"
areas-once = Former names
area-all = Indonesia
area-place = Where you are
area-zone = Local time { $zone }
area-once-between = { $since } to { $until }
area-once-until = Until { $until }
area-once-description = An area that has since changed, the laws behind it and the areas that are there now.
area-once-heading = Now
area-once-none = Its territory is no longer part of Indonesia.
area-once-law = Legal basis
area-once-flash = This area has changed. News from there is under the areas of today.
areas-source = Codes and names of areas: Ministry of Home Affairs decree (Kepmendagri) 300.2.2-2138 of 2025, from
areas-source-after = © 2023 Fityan and contributors, licence

## stories: stories, sections, archive
and = and
and-after-many = and
pager = Pages
pager-newest = Newest
pager-older = Older
story-by = By
story-posted-unknown = date of publication unknown
story-badge-verified = Verified
story-badge-unverified = Not yet verified
story-badge-corrected = Corrected
story-others = More from { $section }
story-badge-retracted = Retracted
story-badge-archive = From the old archive
story-retracted-text = This story was retracted on { $date }. Reason: { $reason }
story-hidden-kick = Moderation
story-hidden-heading = This story is hidden
story-hidden-because = A moderator hid it on { $date }. Reason: { $reason }.
story-hidden-text = A moderator hid it. The reason is in the moderation log.
story-hidden-log = Open the moderation log
story-sealed-title = A sealed story
story-sealed-text = The text of this edition is sealed, by legal order or to protect somebody.
story-meta-posted = Published
story-meta-occasion = Happened
story-meta-written = written: { $text }
story-meta-venue = Where
story-meta-written-from = Written from
story-meta-about = About
story-meta-outlet = Outlet
story-meta-licence = Licence
story-meta-tags = Tags
story-correction-heading = Correction, { $date }
story-all-editions = See all editions
story-step-voiced = Told in a story.
story-step-verified = The facts have been verified.
story-step-unverified = The facts are still being verified.
story-flag = Flag this story
story-report = Report a problem like this
story-editions-link = Edition { $n_text }
editions-title = Editions: { $title }
editions-heading = All editions
editions-about = Published text is never changed silently. Every change is a new edition, and earlier editions can still be read.
edition-number = Edition { $n_text }
edition-kind-first = First published
edition-kind-update = Updated
edition-kind-correction = Correction
edition-sealed = Sealed
edition-old = You are reading edition { $n_text }.
edition-newest = Read the newest edition
tag-kick = Tag
occasion-kick = Occasion
archive-title = Archive
archive-undated = Date unknown
archive-undated-link = { $n ->
    [one] { $n_text } story
   *[other] { $n_text } stories
  }
list-empty = No stories here yet.
front-empty = No stories yet. The first one will appear here.
front-archive = All stories by month
admin-rubrik = Sections
admin-rubrik-about = Names and order of the sections.
admin-utama = Lead story
admin-utama-about = The story at the top of the front page.
sections-intro = Change names and order, then press "Save sections". The addresses of the sections stay the same.
sections-save = Save sections
section-place = Order
section-details = Names and descriptions
section-name-in = Name ({ $language })
section-about-in = About ({ $language }, optional)
section-new = New section
section-new-name-id = Name in Indonesian
section-new-name-en = Name in English (optional)
section-add = Add section
error-section-name = A section name has at most 40 characters.
error-section-taken = There is already a section with this name.
error-section-letters = A section name needs at least one letter or digit.
section-remove-heading = Sections without stories
section-remove-text = A section that holds no story can be removed.
section-remove = Remove section
refusal-section-used = This section holds stories, or has been removed already. Load the page again.
notice-section-removed = The section has been removed.
error-section-nameless = Every section needs a name in Indonesian.
notice-sections-saved = The sections have been saved.
notice-section-added = The new section has been added.
lead-legend = Which story stands at the top of the front page?
lead-hint = Choose from the twenty newest stories. One with a picture looks best.
lead-automatic = Choose for me: the newest story with a picture
lead-with-picture = with picture
lead-save = Save choice
error-lead-not-public = That story is not public. Choose another one.
notice-lead-saved = The lead story has been chosen.
refusal-story-retracted = This story was retracted and can no longer be changed.
refusal-story-changed = Somebody has just changed this story. Read the newest edition first, then try again.
refusal-page-imported = This page has already been brought in.
unplaced-masthead = The portal's name and tagline were not found.
unplaced-title = No title was found.
unplaced-section = No known section on the line of the title: { $text }
unplaced-dateline = No dateline was found at the beginning of the text: { $text }
unplaced-dateline-area = The area of the dateline is not known: { $text }
unplaced-signature = No signature was found at the end of the text: { $text }
unplaced-posted = The page does not say when it was posted; kept as unknown.
unplaced-occasion-date = No date of the occasion was found.
unplaced-other-date = Another date in the text: { $text }
unplaced-area = An area that is not known: { $text }
unplaced-comments = The number of comments on the page differs from the number read: { $text }
unplaced-line = A line that found no place: { $text }
archive-line-json = Line { $line }: not valid JSON ({ $text }).
archive-line-field = Line { $line }: the field { $text } is empty or wrong.
archive-line-conflict = Line { $line }: number { $text } is already here with other content; what is here stays.
archive-line-area = Line { $line }: unknown area: { $text }. The story was brought in all the same.
archive-line-outlet = Line { $line }: unknown outlet: { $text }. The story was brought in all the same.
archive-line-broken = Line { $line }: broken letters (not UTF-8).

## front: the front page, an area, a person
front-beside = Today
front-aside = Also here
front-finder = News from your area
front-new-house = { $house } has just opened
front-new-house-text = There are no stories here yet. The first can come from you: what happened in your village, what is broken, what worked.
front-join = Sign up
front-read-guidelines = Read the guidelines
front-set-up = { $house } is ready to be filled
front-set-up-lead = Readers see no story yet. Begin here:
front-step-pages = Fill in the page about the newsroom
front-step-pages-why = The Press Act asks for the name of the person responsible and an address. Add a number people can call.
front-step-sections = Arrange the sections
front-step-sections-why = Sections are the parts of this paper, such as News or Health.
front-step-people = Appoint people
front-step-people-why = Give roles to reporters, editors and moderators who have signed up.
front-step-outlets = Add community media
front-step-outlets-why = The radio, bulletin or wall newspaper that speaks here too.
front-set-up-archive = Do you have an archive of old stories? On the server, run: suara import stories FILE.jsonl
front-area-description = Stories and news by the people of { $area }.
front-area-code = Code { $code }
front-area-news = Latest
front-area-empty = There are no stories from { $area } yet.
front-area-wider = See news from { $area }
front-area-other = Choose another area
front-area-around = About this area
front-area-inside = Inside it
front-area-formers = Here before
front-first-story = Send the first story
front-person-since = Member since { $month }
front-person-edit = Change profile
front-person-published = Stories
front-person-empty = { $name } has not published a story yet.

## Chain: the ribbon and the links
chain-label = The journey of this voice
chain-stage-voiced = Voiced
chain-stage-verified = Verified
chain-stage-answered = Answered
chain-stage-repaired = Repaired
chain-stage-innovation = Innovation
chain-stage-replicated = Replicated
chain-stage-measured = Measured
chain-waiting-voiced = { $n ->
    [0] Sent today
    [one] Waiting for the newsroom for { $n_text } day
   *[other] Waiting for the newsroom for { $n_text } days
}
chain-waiting-verified = { $n ->
    [0] Being checked since today
    [one] Being checked for { $n_text } day now
   *[other] Being checked for { $n_text } days now
}
chain-waiting-answered = { $n ->
    [0] Waiting for an answer since today
    [one] No answer for { $n_text } day
   *[other] No answer for { $n_text } days
}
chain-waiting-repaired = { $n ->
    [0] Waiting for a repair since today
    [one] Not repaired after { $n_text } day
   *[other] Not repaired after { $n_text } days
}
chain-waiting-innovation = { $n ->
    [0] Registered today
    [one] In preparation for { $n_text } day
   *[other] In preparation for { $n_text } days
}
chain-waiting-replicated = { $n ->
    [0] Waiting for confirmation since today
    [one] Waiting for confirmation for { $n_text } day
   *[other] Waiting for confirmation for { $n_text } days
}
chain-waiting-measured = { $n ->
    [0] The survey opened today
    [one] The survey opened { $n_text } day ago; its result is not out yet
   *[other] The survey opened { $n_text } days ago; its result is not out yet
}
chain-overdue = past the deadline
chain-linked = Linked with
chain-whole = See the whole journey
chain-edit = Edit the links
chain-title = The journey: { $title }
chain-heading = The whole journey
chain-whole-days = { $n ->
    [0] within one day
    [one] over { $n_text } day
   *[other] over { $n_text } days
}
chain-steps = Step by step
chain-empty = No step has been recorded yet.
chain-gap = { $n ->
    [one] { $n_text } day later
   *[other] { $n_text } days later
}
chain-gap-years = { $n ->
    [one] More than { $n_text } year later
   *[other] More than { $n_text } years later
}
chain-date-unknown = Date unknown
chain-ahead = Not started
chain-members = What is linked
links-title = Links: { $title }
links-heading = Edit the links
links-none = No links yet. A link that you make shows on both pages.
links-undo = Remove the link
links-add = Link to another page
links-kind = How this page relates to the other
links-address = Address of the other page
links-address-hint = Copy the address of a story, report, answer, activity, innovation, replication or survey on this site.
links-reason = Reason
links-reason-hint = One sentence for readers: why the two belong together.
links-join = Link them
error-link-kind = Choose how they are related.
error-link-body = Officers can only link what is with their own body. Ask the newsroom for any other link.
error-link-address = This is not the address of another story, report, answer, activity, innovation, replication or survey shown on this site. Copy it from the page you mean.
notice-link-made = The link has been made. It now appears on both pages.
notice-link-undone = The link has been removed from both pages.
link-related = Related to
link-related-back = Related to
link-evidence = Evidence for the report
link-evidence-back = Reported in the story
link-witness = Reports on the activity
link-witness-back = Reported in the story
link-came-of = Came out of
link-came-of-back = Led to
link-answers = Answers
link-answers-back = Answered by
link-replicates = Replicates the innovation
link-replicates-back = Replicated in
link-measures = Measures
link-measures-back = Measured in

## Agreeing to a new version of the terms
terms-heading = Agreeing to the terms
terms-now = Version { $n } of the terms now applies.
terms-agreed-before = You agreed to version { $n }.
terms-never = You have not yet agreed to the terms of this site.
terms-ask = Before you send anything, please read the terms that apply and agree below.
terms-news = What has changed
terms-agree = Agree to the terms
terms-if-not = If you do not agree, you can still read, withdraw your comments and manage your account.
terms-agreed-already = You have agreed to version { $n } of the terms, which applies now.
terms-due = There is a new version that you have not agreed to
error-terms-newer = A newer version has just come out. Read it, then agree.
error-agree-again = Tick this box to agree before you go on.
notice-terms-agreed = Your agreement has been saved.
notice-saved-to-agree = We have kept what you wrote. Agree to the new terms first, then send it.

# agencies: public bodies, services, offices, promises
admin-instansi = Manage public bodies
admin-instansi-about = Facts about public bodies, their officials and services, and the officers who answer here.
agencies-heading = Public bodies
agencies-of = Public bodies in { $area }
agencies-here = Public bodies here
agencies-intro = Who looks after what, who holds which office, and what was promised.
agencies-name = Name of the body
agencies-find = Find
agencies-by-kind = By kind
agencies-every-kind = All
agencies-none = No public body matches.
agencies-all = See all public bodies
agencies-first = From the start
agencies-next = Next
agencies-around = Filter the public bodies
agencies-by-area = By area
agencies-wider = A wider area
agencies-open-data = Open data
agencies-csv = Download the list of public bodies (CSV)
agencies-caption = Public bodies
agency-kind-ministry = Ministry
agency-kind-state-agency = State agency
agency-kind-province = Provincial government
agency-kind-kabupaten = Regency government
agency-kind-kota = City government
agency-kind-regional-office = Regional office
agency-kind-kecamatan = District (kecamatan)
agency-kind-village = Village (desa or kelurahan)
agency-kind-service-unit = Service unit
agency-kind-school = School
agency-kind-state-company = State company
agency-kind-regional-company = Regional company
agency-kind-other = Other
agency-place = Where you are
agency-description = { $name }: what it looks after, its officials, services, contact and promises.
agency-ended = Ended
agency-stands = Exists
agency-ended-on = This body no longer exists. Its last day was { $day }.
agency-successor = Its work was taken over by
agency-former-until = (until { $day })
agency-from = since { $from }
agency-to = until { $to }
agency-from-to = { $from } to { $to }
agency-code = code { $code }
agency-by-account = Answers here through an account
agency-by-letter = Reached by letter
agency-manage = Manage this body
agency-affairs = What it looks after
agency-offices = Officials
agency-services = Services
agency-units = Places of service
agency-told = Related to this body
agency-around = About this body
agency-contact = Contact
agency-contact-none = Its address and number are not here yet.
agency-address = Address
agency-phone = Telephone
agency-email = E-mail
agency-site = Site
agency-hours = Opening hours
agency-children = Under this body
agency-areas-now = Its areas today
agency-predecessors = Took over the work of
agency-source = Source:
agency-name = Name
agency-kind = Kind
agency-area = Area
agency-state = State
agency-whole-country = The whole country
agency-add = Add a public body
agency-edit = Change the details
agency-import = Bring in from a table
agency-save = Save
agency-cancel = Cancel
agency-end = End
agency-close = Close
agency-end-pejabat = End the term of { $name }
agency-end-unit = Close { $name }
agency-end-layanan = End the service { $name }
agency-end-about = The record stays. After its last day it is no longer shown as current.
agency-correct = Correct
agency-correct-office = Correct the name of the office
agency-correct-unit = Correct a place of service
agency-correct-layanan = Correct a service
agency-correct-jabatan = Correct the name of an office
agency-correct-pejabat = Correct the record of an officeholder
agency-correct-about = To put right what was written wrongly. If things have changed, end the old record and add a new one.
agency-strike-heading = Wrong from the start?
agency-strike-about = Delete only what never was. What once was is ended with a date, so that the record stays true. What another record still uses cannot be deleted.
agency-strike = Delete this record
agency-field-closed = Last day (optional)
agency-field-closed-hint = Leave empty while it still exists.
agency-public-page = Page for readers
agency-officers-count = { $n ->
    [0] No officers yet
    [one] { $n_text } officer
   *[other] { $n_text } officers
}
agency-offices-none = No offices have been recorded yet.
agency-office-add = Add an office
agency-term-add = Record an official
agency-services-none = No services have been recorded yet.
agency-service-add = Add a service
agency-units-none = No places of service have been recorded yet.
agency-unit-add = Add a place of service
agency-no-unit = Not at one particular place
agency-no-affair = Not chosen yet
agency-field-name = Name of the body
agency-field-name-hint = The full official name. Example: Dinas Kesehatan Kabupaten Tirtawana.
agency-field-slug = Word in the page's address (optional)
agency-field-slug-hint = Small letters, digits and hyphens. If you leave it empty, it is made from the name. It cannot be changed later.
agency-field-whole = This body serves the whole country
agency-field-parent = Part of (optional)
agency-field-parent-hint = The word in the page address of the body above it, or its code. Example: kab-tirtawana.
agency-field-code = Official code (optional)
agency-field-code-hint = Only if the government gave this body a code.
agency-field-affairs-hint = The list follows { $basis }.
agency-field-address = Address (optional)
agency-field-phone = Telephone (optional)
agency-field-email = E-mail (optional)
agency-field-email-hint = The address of the office, not an employee's own.
agency-field-site = Site (optional)
agency-field-site-hint = Begins with https://
agency-field-hours = Opening hours (optional)
agency-field-hours-hint = Example: Monday to Friday, 08:00-15:00.
agency-field-from = Exists since (optional)
agency-field-to = Last day (optional)
agency-field-successor = Successor (optional)
agency-field-successor-hint = The word in the page address of the body that takes over, or its code. Only if the last day is filled in.
agency-field-source = Source (optional)
agency-field-source-hint = The address of a page, or the number of a regulation.
agency-field-office = Name of the office
agency-field-office-hint = Example: Sekretaris Daerah (regional secretary).
agency-field-holder = Name of the official
agency-field-holder-hint = As written in the source.
agency-field-term-from = In office since (optional)
agency-field-term-to = Until (optional)
agency-field-known = Recorded as in office on (optional)
agency-field-known-hint = Fill this in if only one day is known. Any other date left empty then means "not known".
agency-field-service = Name of the service
agency-field-service-hint = Example: birth certificate.
agency-field-unit = Place of service
agency-field-unit-name = Name of the place of service
agency-field-unit-name-hint = Example: civil registration counter at the district office.
agency-field-affair = Field of work
agency-field-on = Last day
office-title = Office
office-name = Name
office-period = Term
office-source = Source:
office-on = In office on { $day }
office-before = Earlier officials
office-none-today = No official has been recorded for today.
office-none-on = No official is on record for { $day }.
office-ask-day = Who held office on
office-ask = Show
office-earlier = { $n ->
   *[other] Earlier officials ({ $n_text })
}
office-from = Since { $from }
office-from-to = { $from } to { $to }
office-from-known = Since { $from }; recorded as still in office on { $day }
office-known-to = On record on { $day }; until { $to }
office-known = Recorded as in office on { $day }
promises-heading = Promises
promises-overdue = { $n ->
   *[other] Past the deadline ({ $n_text })
}
promises-open = { $n ->
   *[other] Not past the deadline ({ $n_text })
}
promises-kept = { $n ->
   *[other] Kept ({ $n_text })
}
promise-overdue = { $n ->
    [one] { $n_text } day late
   *[other] { $n_text } days late
}
promise-until = By { $day }
promise-no-day = Without a deadline
promise-kept = Kept on { $day }
promise-hidden = A moderator has hidden the text of this promise.
promise-before = Corrected on { $day }. Before that it read: { $who }, "{ $what }", { $until }.
promise-proof = Proof: { $proof }
promise-note-kept = Record that the promise was kept
promise-field-proof = Proof
promise-field-proof-hint = What can be seen, where, and who checked it.
officers = Officers
officers-heading = Officers of { $name }
officers-intro = Officers answer reports and look after innovations and surveys for this body only. They see no drafts, no sources, no moderation desk, and no name of a sender who stays secret.
officers-none = No officers yet. Reports for this body are sent by letter.
officer-find = Make someone an officer
officer-name = Name, e-mail address or phone number
officer-name-hint = They must already have an account. Write e-mail addresses and numbers in full.
officer-not-found = No account matches, or the person is an officer already.
officer-appoint = Make this person an officer
officer-release = End the role of officer
import-intro = Copy the table (CSV) and paste it below. The first line names the columns; only name and kind are required. A body that is already here is known by its slug or code and is updated. Lines that cannot be read are listed with the reason and change nothing.
import-table = Table of public bodies
import-table-hint = Columns that are not in the table stay as they are. An empty cell clears the old value.
import-send = Bring in the table
import-became = Added: { $added }. Updated: { $changed }. Unchanged: { $unchanged }.
import-rejected = { $n ->
    [one] { $n_text } line was not accepted
   *[other] { $n_text } lines were not accepted
}
import-line = Line
import-reason = Reason
affairs-basic = Basic services
affairs-mandatory = Other mandatory fields
affairs-optional = Optional fields
affairs-absolute = Fields of the central government
affairs-supporting = Supporting functions
affairs-other = Others
affair-education = Education
affair-health = Health
affair-public-works = Public works and spatial planning
affair-housing = Housing and settlements
affair-public-order = Public order and community protection
affair-social = Social affairs
affair-labour = Employment
affair-women-and-children = Women's empowerment and child protection
affair-food = Food
affair-land = Land
affair-environment = Environment
affair-civil-registration = Population and civil registration
affair-villages = Community and village empowerment
affair-family-planning = Population management and family planning
affair-transport = Transport
affair-communication = Communication and information technology
affair-cooperatives = Cooperatives, small and medium enterprises
affair-investment = Investment
affair-youth-and-sport = Youth and sport
affair-statistics = Statistics
affair-cryptography = Cryptography
affair-culture = Culture
affair-libraries = Libraries
affair-archives = Archives
affair-fisheries = Marine affairs and fisheries
affair-tourism = Tourism
affair-agriculture = Agriculture
affair-forestry = Forestry
affair-energy = Energy and mineral resources
affair-trade = Trade
affair-industry = Industry
affair-transmigration = Transmigration
affair-foreign-affairs = Foreign affairs
affair-defence = Defence
affair-security = Security
affair-justice = Justice
affair-finance-policy = National monetary and fiscal policy
affair-religion = Religion
affair-planning = Planning
affair-finance = Finance
affair-personnel = Personnel and training
affair-research = Research and development
affair-home-affairs = Guidance of regional governments
affair-state-apparatus = Civil service and bureaucratic reform
affair-coordination = Coordination between ministries
notice-agency-added = The public body has been added. Now add its officials and services.
notice-agency-saved = The details have been saved.
notice-agency-unit-added = The place of service has been added.
notice-agency-service-added = The service has been added.
notice-agency-office-added = The office has been added. Now record who holds it.
notice-agency-term-noted = The official has been recorded.
notice-agency-ended = It has ended. The record stays.
notice-agency-corrected = The correction is saved.
notice-agency-struck = That record is deleted.
notice-promise-kept = The promise has been recorded as kept.
notice-officer-appointed = The role has been granted. The person needs to sign in again.
notice-officer-released = The officer's role has ended.
error-agency-too-long = Too long: { $max } characters at most.
error-agency-slug = Use small letters, digits and hyphens. The words "baru" and "impor" cannot be used.
error-agency-slug-taken = Another body already uses this word. Choose another one.
error-agency-code-taken = Another body already uses this code.
error-agency-kind = Choose a kind from the list.
error-agency-site = Write the full address, with https:// in front.
error-agency-days = The last day cannot be before the first.
error-agency-date = Write the year, month and day, such as 2026-11-24.
error-agency-area = This area is not known. Use the official code, such as 52.08, or the key of a former area.
error-agency-where = Choose the area, or tick that the body serves the whole country.
error-agency-affair = This field of work is not in the list.
error-agency-parent = The body above must be another body, and not one that stands below this one.
error-agency-successor = A successor is only for a body whose last day is filled in, and it must be another body.
error-agency-unknown = There is no body with this word or code.
error-agency-unit = This place of service belongs to another body.
error-agency-twice = This public body already has one of this name. Use another name, or correct the one that is there.
error-office-day = Write since when the person has held office, or one day on record.
error-office-known-on = The day on record must lie within the term.
error-office-held = Someone else held this office on those days. End their term first.
error-office-taken = This office is already on record.
error-promise-far = This day is too far away. A promise lasts { $years } years at most: one term of office.
error-promise-day = The day cannot be in the future or before the promise was made.
error-import-table = This table cannot be read. Check its quotation marks.
error-import-header = The first line must hold known column names, each once, with name and kind.
error-import-columns = This line and the first line have different numbers of columns.
error-import-row = This line cannot be saved.
refusal-agency-ended = This record has already ended, or begins after that day. Open the page again to see how it is now.
refusal-agency-needed = Another record still uses this one, so it cannot be deleted. First delete or move what uses it.
refusal-promise-kept = This promise is already on record as kept.

# Innovations and replications
innovations-menu = Innovations
innovations-heading = Public service innovations
innovations-intro = New ways of making a service better: the problem, how it works, what came of it, and what it takes to copy it.
innovations-coverage-link = Which bodies have an innovation this year, and which have not?
innovations-by-area = Area
innovations-by-affair = Field of work
innovations-by-stage = Stage
innovations-any-area = All areas
innovations-any-affair = All fields of work
innovations-any-stage = All stages
innovations-filter = Filter
innovations-of = Innovations by { $agency }
innovations-agency-page = The page of this body
innovations-all = See all innovations
innovations-none = No innovation is registered here yet.
innovations-pages = Pages of the list
innovations-newest = Newest
innovations-older = Older
innovations-copied-here = Copied here
innovations-desk = Innovation desk
innovations-desk-none = There are no innovations yet. Register the first one.
innovations-desk-caption = Innovations that you look after
innovation-label = Innovation
innovation-name = Innovation
innovation-acts = Actions
innovation-place = Where you are
innovation-since = since { $year }
innovation-copied = { $n ->
    [one] copied by one body
   *[other] copied by { $n_text } bodies
}
innovation-stage-unknown = Stage not recorded
innovation-stage-idea = Idea
innovation-stage-trial = Trial
innovation-stage-applied = In use
innovation-stage-institutional = Made into a rule
innovation-stage-stopped = Stopped
innovation-state-continuing = Still running
innovation-state-growing = Still growing
innovation-state-stopped = No longer running
innovation-badge-example = Example from public sources
innovation-badge-unchecked = Not yet checked
innovation-badge-stale = Last checked { $day }
innovation-example-heading = An example from public sources
innovation-example-text = The newsroom copied this record from the sources named below. The public body has not checked it. What the sources do not say is left empty.
innovation-part-problem = The problem it answers
innovation-part-problem-hint = What happened before, to whom, how often.
innovation-part-steps = How it works
innovation-part-steps-hint = Step by step, so that another body can copy it. Begin each step with a number: 1. 2. 3.
innovation-part-people = People
innovation-part-people-hint = Who, how many, what training they need.
innovation-part-money = Costs
innovation-part-money-hint = How much and where it comes from, to begin with and for each year.
innovation-part-tools = Tools and materials
innovation-part-rules = Rules and agreements
innovation-part-rules-hint = Decrees, procedures or agreements that must be in place first.
innovation-part-legal-basis = Legal basis
innovation-part-benefit-direct = Direct benefit
innovation-part-benefit-indirect = Indirect benefit
innovation-part-contact = For those who want to learn
innovation-part-contact-hint = Whom to contact and when visitors are welcome. Everyone can see this: use an office number.
innovation-criteria = Five criteria
innovation-criterion-new = Novelty
innovation-criterion-effective = Effective
innovation-criterion-useful = Useful
innovation-criterion-replicable = Can be replicated
innovation-criterion-easy-to-spread = Easy to spread
innovation-criterion-lasting = Lasting
innovation-criterion-hint = Give the reason with proof, not only "yes".
innovation-needs = What it takes
innovation-fact-unit = Place of service
innovation-fact-begun = Started
innovation-fact-initiator = Initiator
innovation-fact-medium = Kind
innovation-fact-origin = Origin of the idea
innovation-fact-adapted = Adapted from
innovation-fact-checked = Last checked
innovation-initiator-head = Head of the regional government
innovation-initiator-council = Member of the regional council
innovation-initiator-body = Regional office
innovation-initiator-officer = Civil servant
innovation-initiator-residents = Residents
innovation-origin-original = Original idea
innovation-origin-adaptation = Adapted from an existing one
innovation-medium-digital = Digital
innovation-medium-not-digital = Not digital
innovation-level-international = international
innovation-level-national = national
innovation-level-province = province
innovation-level-regency = regency or city
innovation-results = Results
innovation-result-day = Date
innovation-result-value = Value
innovation-result-what = Description
innovation-result-source = Source
innovation-result-baseline = Baseline
innovation-result-observed = Observation
innovation-result-replaced = Replaced by another record
innovation-result-target = Target: { $value } { $unit }.
innovation-chart-sentence = From { $from } { $unit } ({ $from_day }) to { $to } { $unit } ({ $to_day }).
innovation-chart-target = Target { $value }
innovation-stages = Stages and their documents
innovation-stage-day = Date
innovation-stage-name = Stage
innovation-stage-document = Document
innovation-stage-noted = Recorded
innovation-awards = Awards and competitions
innovation-award-source = Source:
innovation-copies = Copied by
innovation-copies-none = No other body is on record as copying it yet.
innovation-copy-since = since { $day }
innovation-copy-this = Copy this innovation
innovation-sources = Sources
innovation-same-agency = Other innovations of this body
innovation-editions = Editions: { $name }
innovation-editions-short = Editions
innovation-editions-intro = Each time the text changes there is a new edition. The earlier ones can still be read.
innovation-edition = Edition { $n_text }
innovation-editions-link = See editions ({ $n_text })
innovation-do-change = Change
innovation-do-stage = Record a stage
innovation-do-result = Record a result
innovation-do-award = Record an award
innovation-do-check = Record a check
innovation-step-applied = { $agency } put the innovation "{ $name }" into use.
innovation-step-changed = { $name }. { $change }
innovation-step-registered = { $agency } registered the innovation "{ $name }", which is not yet in use.
innovation-step-stopped = { $agency } stopped the innovation "{ $name }".
innovation-cancel = Cancel
innovation-choose = Choose
innovation-optional = { $label } (optional)
innovation-add = Register an innovation
innovation-change = Change: { $name }
innovation-change-intro = The present text is kept as an edition that everyone can still read.
innovation-form-intro = Write it so clearly that another body can copy it without asking. The page is public as soon as you save it.
innovation-form-told = Text
innovation-form-rest = Legal basis, benefit and contact
innovation-save = Save
innovation-save-new = Register
innovation-unit-none = Not at one particular place
innovation-field-agency = Public body
innovation-field-unit = Place of service (optional)
innovation-field-name = Name of the innovation
innovation-field-name-hint = A name that residents understand. Explain abbreviations in the text.
innovation-field-summary = Summary
innovation-field-summary-hint = One or two sentences for the list.
innovation-field-affair = Field of work (optional)
innovation-field-year = Year it started (optional)
innovation-field-initiator = Initiator
innovation-field-origin = Origin of the idea
innovation-field-origin-hint = Copying and adapting is innovation too.
innovation-field-adapted = Adapted from (optional)
innovation-field-adapted-hint = The address of its page on this site, or the name of the innovation and its body.
innovation-field-medium = Digital or not
innovation-field-why = Reason for the change
innovation-field-stage = Stage
innovation-field-stage-hint = A step back or a stop is recorded too. Earlier records stay.
innovation-field-stage-on = Since
innovation-field-document = Document (optional)
innovation-field-document-hint = For example "Decree of the bupati on the boat service".
innovation-field-document-number = Number of the document (optional)
innovation-field-document-link = Address of the document on the internet (optional)
innovation-field-note = Note (optional)
innovation-field-state = How it is now
innovation-field-check-note = What you saw (optional)
innovation-field-award-year = Year
innovation-field-level = Level
innovation-field-award = Award, or taking part
innovation-field-award-hint = For example "Top 99 of the public service innovation competition".
innovation-field-source = Source
innovation-field-source-hint = How you know: a report, minutes, a notebook.
innovation-field-link = Address of the source on the internet (optional)
innovation-field-indicator = What is measured
innovation-field-value = Value
innovation-field-value-hint = Use a comma for decimals: 12,5. A dot stands only between thousands: 1.250.
innovation-field-value-on = Date
innovation-field-measure = What is measured
innovation-field-measure-hint = For example "Children without a birth certificate".
innovation-field-measure-unit = Unit
innovation-field-measure-unit-hint = For example children, minutes, rupiah, per cent.
innovation-field-baseline = Baseline (optional)
innovation-field-baseline-hint = How it was before the innovation. Use a comma for decimals: 12,5.
innovation-field-baseline-on = Date of the baseline
innovation-field-baseline-source = Source of the baseline
innovation-field-target = Target (optional)
innovation-stage-form = Record a stage: { $name }
innovation-stage-form-intro = Each stage is recorded with its date and, if there is one, its document.
innovation-stage-form-save = Record the stage
innovation-check-form = Record a check: { $name }
innovation-check-form-intro = Your name and today's date are shown on the page of the innovation.
innovation-check-form-save = Record the check
innovation-award-form = Record an award: { $name }
innovation-award-form-intro = Name the source too, so that it can be checked.
innovation-award-form-save = Record the award
innovation-results-form = Record a result: { $name }
innovation-observe-heading = A new value
innovation-observe-form-intro = Another value for the same day takes the place of the old one. Both stay on record.
innovation-observe-form-save = Record the value
innovation-begin-heading = Start measuring something else
innovation-begin-form-intro = Write how it was before the innovation, so that the change can be seen.
innovation-begin-form-save = Start measuring
coverage-short = One agency, one innovation
coverage-heading = One agency, one innovation: { $year }
coverage-rule = What counts: an innovation that started or was put into use in that year according to the records here, at least one for each body. The innovation of an office also counts for the regional government above it. The rule names ministries, state agencies and regional governments; other bodies are shown for information.
coverage-basis = Basis:
coverage-source = Source:
coverage-years = Years
coverage-none = No public body is on record for this year yet.
coverage-with = { $n ->
    [one] one body
   *[other] { $n_text } bodies
}
coverage-of = of { $n_text } with an innovation
coverage-by-kind = By kind of public body
coverage-by-province = By province
coverage-national = The whole country
coverage-group = Group
coverage-has = Has one
coverage-has-not = Has none
coverage-all-bodies = All
coverage-share = Share
coverage-table = Public bodies, those without an innovation first
coverage-all = Show all
coverage-agency = Public body
coverage-count = Innovations
coverage-state = State
coverage-before = Previous
coverage-after = Next
replication-short = Replication
replication-title = { $agency } copies "{ $name }"
replication-from = from
replication-counted = Confirmed by both sides
replication-waiting = Waiting for confirmation
replication-origin = Original innovation
replication-own = Registered here as
replication-mode = Way of copying
replication-mode-adoption = Taken as it is
replication-mode-adaptation = Adapted
replication-mode-modification = Changed
replication-extent-whole = all of it
replication-extent-part = part of it
replication-basis = Document it rests on
replication-basis-none = No document yet
replication-basis-statement = Written statement
replication-basis-memorandum = Memorandum of understanding
replication-basis-agreement = Cooperation agreement
replication-basis-decree = Decree
replication-started = Started
replication-progress-planned = Planned
replication-progress-running = Running
replication-progress-stopped = Stopped
replication-differs = What differs
replication-process = How it went
replication-sides = What both sides say
replication-side = Side
replication-side-origin = body of origin
replication-side-adopter = copying body
replication-says = Answer
replication-when = When and who
replication-said-yes = True
replication-said-no = Not true
replication-said-nothing = No answer yet
replication-by-letter = Recorded by the newsroom from a letter: { $letter }, { $day }.
replication-rule = A replication counts once both bodies have confirmed it, and no longer counts when one of them denies it.
replication-history = Earlier records
replication-do-answer = Answer
replication-do-letter = Record a letter
replication-do-progress = Record progress
replications-waiting = Replications waiting for confirmation
replication-waits = { $n ->
    [one] Waiting for one day
   *[other] Waiting for { $n_text } days
}
replication-step-counted = { $agency } copied "{ $name }", confirmed by both bodies.
replication-step-waiting = { $agency } is on record as copying "{ $name }"; the two bodies have not both confirmed it.
replication-form = Copy: { $name }
replication-form-intro = Once you save, the body of origin is asked to confirm. The replication counts when both sides have confirmed.
replication-form-save = Record the replication
replication-field-agency = Body that copies it
replication-field-mode = Way of copying
replication-field-extent = How much is copied
replication-field-progress = Progress
replication-field-progress-on = Since (optional)
replication-field-started = Started on
replication-field-started-hint = May stay empty while it is only planned.
replication-field-differs = What differs
replication-field-differs-hint = At most 100 words: area, target group, tools, rules.
replication-field-process = How it went
replication-field-process-hint = At most 200 words: learning, trying, putting into use.
replication-field-basis = Document it rests on
replication-field-basis-number = Number of the document (optional)
replication-field-basis-on = Date of the document (optional)
replication-field-own = Page of the copy (optional)
replication-field-own-hint = Its address on this site, if the copying body has registered it.
replication-field-side = For which body
replication-field-said = Is this replication true?
replication-field-note = Note (optional)
replication-field-note-hint = Required when your answer is "not true".
replication-field-letter = Letter
replication-field-letter-hint = Number and subject of that body's letter.
replication-field-letter-on = Date of the letter
replication-answer = Answer for your body
replication-answer-intro = Your answer is shown on the page of the replication with your name. One person cannot answer for both sides.
replication-answer-save = Send answer
replication-letter = Record a letter from a body
replication-letter-intro = For a confirmation or denial that came by letter. The page of the replication says that the newsroom recorded it from a letter.
replication-letter-save = Record the letter
replication-progress = Record the progress of a replication
replication-progress-intro = Earlier records stay.
replication-progress-save = Record progress
notice-innovation-registered = The innovation has been registered, and everyone can read it.
notice-innovation-changed = Your changes have been saved. The earlier edition stays.
notice-innovation-staged = The stage has been recorded.
notice-innovation-measured = The result has been recorded.
notice-innovation-checked = The check has been recorded.
notice-innovation-awarded = The award has been recorded.
notice-replication-registered = The replication has been recorded. It now waits for confirmation.
notice-replication-answered = The answer has been recorded.
notice-replication-progressed = The progress has been recorded.
conflict-innovation-edition = Someone else saved a change before you. Open the form again and change the newest edition.
conflict-replication-one-person = You have already answered for the other side. Someone else must answer for this one.
error-innovation-choose = Choose one.
error-innovation-year = Write the year in four digits, not in the future.
error-innovation-date = Write the year, month and day, such as 2026-11-24.
error-innovation-future = This day has not come yet. Write today or an earlier day.
error-innovation-figure = Write only the number, with a comma for decimals: 12,5.
error-innovation-link = Write the full address, with https:// in front.
error-innovation-document = An innovation that was made into a rule has a document. Write its name.
error-innovation-stop-reason = Write why it stopped.
error-innovation-taken = This body already has an innovation with this name. Choose another name, or change the one that is there.
error-innovation-indicator-taken = This is already being measured. Record its new value.
error-innovation-itself = An innovation cannot be adapted from itself.
error-innovation-unknown = There is no innovation at this address. Copy it from the page of the innovation.
error-replication-itself = The body of origin cannot copy its own innovation. Choose another body.
error-replication-own = Write the address of an innovation on this site that belongs to the copying body.
error-replication-reason = Write the reason.
error-replication-taken = This body is already on record as copying this innovation.
error-replication-words = Too long: { $got } words, { $max } at most.

# Reports of residents (features/reports)
reports-menu = Reports
reports-heading = Residents' reports
reports-intro = Problems with public services that residents reported, and what the body in charge did about them. Days without an answer are counted.
reports-all = All
reports-all-kinds = All kinds
reports-waiting = Waiting for an answer, a first or another
reports-silent = Past the deadline
reports-by-state = State
reports-by-kind = Kind of problem
reports-only = Only { $name }.
reports-wider = Show the others as well
reports-none = There are no reports here yet. Is there a problem near you? Report it.
reports-pages = Pages of reports
reports-first = Newest
reports-older = Older
report-new-link = Report a problem
report-list-link = All reports
report-follow-link = Follow my report
report-public-link = See the page as readers do
report-back = Back
report-choose = Choose one
report-no-choice = No choices yet
report-days = { $n ->
    [0] less than a day
    [one] { $n_text } day
   *[other] { $n_text } days
}
report-waited-unit = { $n ->
    [one] day
   *[other] days
}
report-due-left = { $n ->
    [0] Today
    [1] Tomorrow
   *[other] { $n_text } days left
}
report-due-late = { $n ->
    [one] { $n_text } day late
   *[other] { $n_text } days late
}
report-due-since = { $n ->
    [0] Since today
    [one] Waiting for { $n_text } day
   *[other] Waiting for { $n_text } days
}
report-waiting-heading = Waiting for an answer
report-latest-heading = Latest reports

report-category-jalan = Roads and bridges
report-category-air = Clean water
report-category-listrik = Electricity and lighting
report-category-kesehatan = Health
report-category-sekolah = Schools
report-category-kependudukan = Identity cards, family cards and certificates
report-category-sampah = Waste
report-category-bansos = Social assistance
report-category-pungutan = Unlawful fees
report-category-lainnya = Other
report-class-complaint = Complaint
report-class-oversight = Oversight complaint
report-class-information = Request for information
report-class-aspiration = Suggestion
report-state-sent = At the report desk
report-state-refused = Refused
report-state-verified = Verified, not yet passed on
report-state-delivered = Waiting for a first answer
report-state-returned = Looking for another body
report-state-answered = Answered
report-state-replied = The sender replied
report-state-promised = Promised
report-state-repaired = Repaired
report-state-closed = Closed
report-closed-satisfied = Closed, problem solved
report-closed-unsatisfied = Closed, sender not satisfied
report-closed-silent = Closed under the rules
report-state-reopened = Opened again
report-refusal-not-public-service = not a matter of public service
report-refusal-unclear = not clear enough to be checked
report-refusal-twice = the same problem has already been reported
report-refusal-no-contact = we did not get the details that we asked for
report-refusal-attack = an attack on a person, not a problem with a service
report-refusal-court = being heard by a court
report-mark-open = The sender's name may be shown
report-mark-anonymous = Anonymous
report-mark-secret = Secret
report-badge-verified = Verified
report-badge-unverified = Not yet verified
report-nameless = The sender
report-some-body = the public body
report-actor-reporter = The sender
report-actor-desk = Report desk
report-actor-rule = Deadline rule
report-you = You
report-way-of-here = On this site
report-way-of-letter = By letter
report-way-of-counter = Delivered to its office

report-new-heading = Report a problem
report-new-intro = Two minutes are enough. Write what happened and where.
report-new-letter = { $n ->
    [one] You need no account. Your report is a letter to the report desk, which checks it within { $n_text } working day.
   *[other] You need no account. Your report is a letter to the report desk, which checks it within { $n_text } working days.
}
report-new-story = This report will be linked to the story:
report-field-tie = How it relates to that story
report-tie-came = A problem like it elsewhere: that story made me report
report-tie-same = The same problem that the story tells of
report-tie-other = Another problem: do not link it with that story
report-field-tie-reason = Why, in one sentence (optional)
report-field-tie-reason-hint = Shown on the page of the report and on that of the story. For example: At our counter it is just like that.
report-field-title = The problem in one sentence
report-field-title-hint = For example: The street lamp at the market bend has been out for two weeks.
report-field-text = Tell us more
report-field-text-hint = What happened, who is affected, what has been tried. Do not write other people's names or addresses.
report-field-category = Kind of problem
report-field-landmark = Where exactly (optional)
report-field-landmark-hint = In words, for example: the bend in front of the fish market.
report-field-day = Date it happened (optional)
report-field-day-hint = Leave it empty if you do not know.
report-field-agency = Public body in charge (optional)
report-field-agency-hint = If you do not know, the report desk will find it.
report-agency-unknown = I do not know
report-field-visibility = Who may know
report-visibility-member-open = Open
report-visibility-member-open-hint = The report is shown with the name of your account. Anyone can read it, the public body too.
report-visibility-member-anonymous = Anonymous
report-visibility-member-anonymous-hint = The report is shown without a name. Neither readers nor the public body know who you are.
report-visibility-member-secret = Secret
report-visibility-member-secret-hint = Only the report desk reads it. The public body gets only what it needs.
report-visibility-letter-anonymous = It may be shown
report-visibility-letter-anonymous-hint = The report can be shown, without a name, once it has been checked or you have confirmed it with the code.
report-visibility-letter-secret = Secret
report-visibility-letter-secret-hint = Only the report desk reads it. The public body gets only what it needs.
report-field-contact = E-mail address or phone number (optional)
report-field-contact-hint = E-mail: we send a code; once you have confirmed it, we also send news about your report. Phone: only the report desk sees it, in case it needs to ask. Neither is ever shown.
report-send = Send report
report-send-still = Send my report anyway
report-similar-heading = It may have been reported already
report-similar-text = The reports below are of the same kind and from the same area. If the problem is the same, comment there so that you speak together. If it is a different one, press "Send my report anyway" below. What you wrote is still there.

report-follow-heading = Follow my report
report-follow-intro = Write the report number and the secret code that you got when you sent it.
report-follow-open = Open report
report-follow-kick = For the sender only
report-field-number = Report number
report-field-number-hint = For example L-261124-7KQ2M. Capital or small letters, both will do.
report-field-code = Secret code
report-field-code-hint = Five groups of four letters and digits.
report-own-heading = Reports from your account
report-keep-heading = Keep this
report-keep-text = Write down the number and the code, or save the address of this page. If you lose the code we cannot find it for you, because we do not keep it ourselves. Anyone who knows this code can act as you.
report-keep-account = You can open this page while you are signed in with the account that sent the report.
report-files-link = Add or remove pictures and recordings
report-files-heading = Pictures and recordings of your report
report-files-open = Until this report is shown you can add pictures and recordings, describe them, or remove them.
report-files-shown = This report has been taken up by the report desk or is shown. You can still remove pictures and recordings; what you remove is gone for good.
report-files-keep = Save
report-files-back = Back to the report
report-secret-code = Secret code
report-next-heading = Now
report-next-sent-confirm = We sent a six-digit code to your e-mail address. Type it and agree to the Terms, so that the report can be shown. The report desk checks it even if you do not.
report-next-sent-desk = Your report is at the report desk. It is shown once the desk has checked it.
report-next-sent-held = Your report is at the report desk. It is shown once a moderator has looked at it, or the report desk has checked it.
report-next-sent-shown = Your report is shown. The report desk now checks it.
report-next-sent-secret = Your secret report is at the report desk. Only the desk reads it.
report-next-refused = The report desk refused this report. The reason is given below. You can write to the desk.
report-next-verified = Your report has been checked. Next the desk passes it on to the body in charge.
report-next-delivered = This report has been passed on to the public body. It has not answered yet.
report-next-returned = That body says it is not in charge of this. The report desk is looking for the right one.
report-next-answered = The public body has answered. Is the problem solved? If we do not hear from you before the time is up, the report is closed under the rules.
report-next-replied = Your reply has arrived. Now it is the public body's turn to answer.
report-next-promised = The public body has made a promise. We wait for the day, and record it if the deadline passes.
report-next-repaired = The public body says that the problem has been repaired. Is that true? If we do not hear from you before the time is up, the report is closed under the rules.
report-next-closed = This report is closed. If the problem comes back, you can open it again until 30 days after it was closed.
report-next-reopened = The report has been opened again. The public body's time to answer starts anew.
report-notes-heading = Messages with the report desk
report-yours-heading = What you wrote

report-meta-number = Number
report-meta-sent = Sent
report-meta-where = Where
report-meta-when = Date it happened
report-when-unknown = not known
report-meta-body = Public body
report-meta-wanted = According to the sender
report-silence-without = without an answer
report-silence-delivery = { $days } since it was passed on.
report-silence-receipt = { $days } since the public body received it.
report-silence-reply = { $days } since the sender replied.
report-silence-reopened = { $days } since the report was opened again.
report-silence-no-receipt = The public body has not confirmed that it received it.
report-silence-no-time = For suggestions we found no rule that sets a deadline.
report-silent = { $days } after the report was passed on
report-silent-received = { $days } after the report was passed on and { $received } after it was received
report-answer-waited = Answered { $silence }.
report-answer-heading = Answer from { $agency }, { $date }
report-promise-heading = Promise by { $agency }, { $date }
report-repair-heading = Repair by { $agency }, { $date }
report-answer-by = Written by { $name }, officer of { $agency }.
report-answer-noted = Recorded by the report desk from a letter or statement of the public body.
report-letter-of = Letter dated { $date }
report-promised-until = By { $date }
report-repaired-on = Repaired on { $date }
report-proof = See the proof
report-steps-heading = Step by step
report-answer-hidden = A moderator has hidden this text. The reason: { $reason }.
report-answer-flag = Flag this text
report-words-hidden-for = The report desk has hidden these words. The reason: { $reason }.
report-words-passed = Passed on to the public body:
report-words-hidden = The report desk has hidden these words.
report-words-wait = These words are waiting for the report desk.
report-flag = Flag this report
report-gone-heading = This report is not shown
report-gone-refused = The report desk refused it on { $date }. Reason: { $reason }.
report-gone-hidden = A moderator hid it on { $date }. Reason: { $reason }.
report-card-answer = Answer from { $agency }: { $title }
report-card-promise = Promise by { $agency }: { $title }
report-card-repair = Repair by { $agency }: { $title }

report-step-sent = The report was sent.
report-step-confirmed = The sender confirmed the report with a code and agreed to the Terms.
report-step-verified = Checked and found to be true.
report-step-refused = Refused: { $reason }.
report-step-delivered = Passed on to { $agency }.
report-step-received = { $agency } confirmed that it received the report.
report-step-returned = { $agency } said that it is not in charge.
report-step-answered = { $agency } answered.
report-step-noted-answered = The report desk recorded the answer of { $agency } from a letter.
report-step-noted-promised = The report desk recorded the promise of { $agency } from a letter.
report-step-noted-repaired = The report desk recorded the repair by { $agency } from a letter.
report-step-replied = The sender replied to the answer.
report-step-promised = { $agency } made a promise.
report-step-repaired = { $agency } reported a repair.
report-step-satisfied = The sender says that the problem is solved.
report-step-unsatisfied = The sender closed the report, not satisfied.
report-step-closed-by-rule = Closed under the rules: no word from the sender for 10 days.
report-step-reopened = The report was opened again.
report-step-not-repaired = The sender says that it is not repaired.
report-step-overdue = The deadline for { $agency } to answer has passed.

report-way-voiced = A resident reported this problem.
report-way-verified = The report desk checked it.
report-way-unverified = The report desk has not checked it yet.
report-way-undelivered = The report desk has not passed this report on to a public body yet.
report-way-delivered = The report was passed on to { $agency }.
report-way-answered = { $agency } answered, { $silence }.
report-way-unanswered = { $agency } has not answered.
report-way-unanswered-again = { $agency } has not answered again.
report-way-promised = { $agency } made a promise.
report-way-promised-until = { $agency } made a promise, to be kept by { $until }.
report-way-claimed = { $agency } said that it had repaired it.
report-way-repaired = { $agency } repaired it.
report-way-unrepaired = { $agency } has not repaired it.

report-desk = Report desk
report-desk-parts = Parts of the report desk
report-desk-empty = Nothing is waiting here.
report-part-desk = Waiting for the report desk
report-part-body = With the public body
report-part-reporter = Waiting for the sender
report-part-words = Senders' words
report-part-told = New messages
report-part-ended = Ended
report-deeds-heading = What you can do
report-deeds-more = Other actions
report-deeds-none = Nothing can be done now.
report-sender-heading = Sender
report-reach-phone = Phone { $phone }. Only for questions; do not pass it on.
report-reach-account = The sender has an account. Your question reaches them by e-mail and on the page of their report.
report-reach-email = The sender's e-mail address is confirmed. Your question reaches it.
report-reach-unconfirmed = The sender left an e-mail address but has not confirmed it. They see your question only when they open the page of their report.
report-reach-none = The sender left no e-mail address or phone number. They see your question only when they open the page of their report.
report-note-by = Note by { $name }, for the report desk only
report-question-by = Question from { $name } to the sender
report-inbox = Public body's desk
report-inbox-intro = Reports waiting for an answer from your public body: those without a deadline first, then those due soonest.
report-inbox-no-body = Your account has not been made an officer of a public body yet. Ask the administrators of this site.
report-inbox-empty = No report is waiting for an answer.
report-inbox-answered = Answered, waiting for the sender
report-inbox-replied = the sender replied
report-officer-note = You write in the name of the public body. This desk does not show who sent the report.

report-deed-periksa = Mark as verified
report-deed-periksa-hint = What the report says has been checked. It is shown to everyone, unless it is secret.
report-deed-tolak = Refuse the report
report-deed-tolak-hint = The sender reads the reason. A report that was shown is replaced by a notice with that reason.
report-deed-teruskan = Pass on to a public body
report-deed-teruskan-hint = The public body's time to answer starts now.
report-deed-terima = Record receipt
report-deed-terima-hint = Days without an answer are then counted from receipt too.
report-deed-kembalikan = Give back: not in charge
report-deed-kembalikan-hint = The report goes back to the report desk, which looks for another body. The reason is shown.
report-deed-jawab = Write an answer
report-deed-jawab-hint = The answer is shown on the page of the report in the name of the public body, and it cannot be changed.
report-deed-janji = Write a promise
report-deed-janji-hint = The promise is shown on the page of the report and of the public body, also after it has been kept.
report-deed-perbaikan = Report a repair
report-deed-perbaikan-hint = Write what was repaired and give proof. The sender judges it.
report-deed-tanya = Ask the sender
report-deed-tanya-hint = Only the sender and the report desk read this.
report-deed-catatan = Write a note
report-deed-catatan-hint = Only the report desk reads this.
report-deed-sembunyikan = Hide these words
report-deed-sembunyikan-hint = The step itself stays.
report-deed-sampaikan = Pass on to the public body
report-deed-sampaikan-hint = The public body reads the words below, without a name and without the hour. Take out whatever would tell who the sender is.
report-deed-secret-hint = This report is secret. The report desk reads your words first and passes on to the public body what it needs, without your name.
report-deed-dibaca = Mark as read
report-deed-dibaca-hint = The message of the sender no longer shows as new.
report-deed-tayangkan = Show these words
report-deed-tayangkan-hint = The sender's words are shown to everyone.
report-deed-buka = Open again
report-deed-buka-hint = The public body's time to answer starts anew. The reason is shown.
report-deed-konfirmasi = Confirm the report
report-deed-konfirmasi-hint = With the code from the e-mail and your consent, the report can be shown.
report-deed-kode-baru = Send the code again
report-deed-kode-baru-hint = The old code no longer works.
report-deed-balas = Reply to the answer
report-deed-balas-hint = The reply is shown on the page of the report. After that it is the public body's turn again.
report-deed-selesai = The problem is solved
report-deed-selesai-hint = The report is closed. You can open it again for 30 days.
report-deed-sudah-diperbaiki = It is repaired
report-deed-sudah-diperbaiki-hint = The report is closed. You can open it again for 30 days.
report-deed-belum-diperbaiki = It is not repaired
report-deed-belum-diperbaiki-hint = The report goes back to the public body, and its time to answer begins anew. What it said stays on record.
report-deed-tidak-puas = Close it, I am not satisfied
report-deed-tidak-puas-hint = The report is closed with a note that you are not satisfied. You can print a letter to the Ombudsman.
report-deed-pesan = Write to the report desk
report-deed-pesan-hint = Only the report desk reads this.

report-ask-class = Kind of report
report-ask-class-hint = This sets the public body's time to answer: 5 working days for a request for information, 14 for a complaint, 60 for an oversight complaint. For suggestions we found no rule that sets a deadline.
report-ask-public-words = A sentence for readers (optional)
report-ask-reason = Reason
report-ask-reason-hint = Shown to the sender, and to everyone if the report was ever shown.
report-ask-agency = Public body
report-ask-agency-hint = From the area of the report, then the areas above it, then national bodies.
report-ask-way = How it is passed on
report-ask-pass-on = What the public body is told
report-ask-pass-on-hint = This report is secret: the public body reads only this sentence. Write nothing that shows who the sender is.
report-ask-received-on = Date of receipt (optional)
report-ask-received-on-hint = Left empty, it means today.
report-ask-not-ours = Why this public body is not in charge
report-ask-not-ours-hint = If you know the right body, name it.
report-ask-answer = Answer
report-ask-answer-hint = What was found, what is being done, when it will be finished.
report-ask-words-reason = Reason
report-ask-words-reason-hint = This reason is public where the words stood.
report-ask-letter-day = Date of the letter (optional)
report-ask-promise = What is promised
report-ask-promise-hint = One promise whose result can be seen.
report-ask-until = By which day (optional)
report-ask-until-hint = Without a date, the deadline for an answer keeps running. At most five years from now.
report-ask-repair = What was repaired
report-ask-repair-hint = Where, how, and how residents can check it.
report-ask-repaired-on = Date of the repair (optional)
report-ask-link = Address of the proof (may stay empty where there is a picture)
report-ask-link-hint = A page or picture on the internet, beginning with https://. If there is none, upload a picture or a recording below.
report-ask-question = Question to the sender
report-ask-question-hint = Ask only what you need to check the report.
report-ask-note = Note
report-ask-note-hint = For colleagues at the report desk.
report-ask-reopen = Why it is opened again
report-ask-reopen-hint = What is not solved, or has come back.
report-ask-not-repaired = What is not repaired
report-ask-not-repaired-hint = Shown on the page of the report. Do not write names or addresses of others.
report-ask-code = Six-digit code
report-ask-code-hint = From the e-mail that we sent. It is valid for one hour.
report-ask-terms = To the best of my knowledge this report is true; it incites nobody and belittles nobody. I agree to the
report-terms-link = Terms
report-ask-reply = Your reply
report-ask-reply-hint = Do not write other people's names or addresses.
report-ask-verdict = Your remark (optional)
report-ask-verdict-hint = Shown on the page of the report.
report-ask-tell = Your message
report-ask-tell-hint = The report desk reads it together with your report.

report-ombudsman-link = Letter to the Ombudsman
report-ombudsman-intro = This letter is ready to print. Write your name and address by hand, sign it, and send it to the Ombudsman's office in your province. It is free of charge. The letter is in Indonesian.
report-ombudsman-heading = Letter to the Ombudsman
report-ombudsman-to = To the Ombudsman of the Republic of Indonesia
report-ombudsman-opening = I hereby complain about { $agency }. My report number { $number } on "{ $title }" in { $area } was recorded by { $house } and passed on to that body. The text of the report stands below.
report-ombudsman-rule = For this kind of report ({ $class }) an answer is expected within { $days } working days.
report-ombudsman-sent = Sent: { $date }
report-ombudsman-delivered = Passed on to the public body: { $date }
report-ombudsman-received = Received by the public body: { $date }
report-ombudsman-due = Deadline: { $date }
report-ombudsman-answered = Answered: { $date }
report-ombudsman-closing = On the basis of Articles 40 and 46 of Law 25 of 2009 on Public Services I ask the Ombudsman to examine this complaint.
report-ombudsman-name = Name:
report-ombudsman-address = Address:
report-ombudsman-phone = Phone:
report-ombudsman-sign = Respectfully,

report-letter-about = Report { $number }
report-letter = { $body }

    Open your report: { $link }

    { $house }
report-letter-code = Someone wrote this e-mail address on report { $number } at { $house }.

    Code: { $code }

    Type this code on the page of your report ({ $link }). It is valid for one hour. If it was not you, ignore this e-mail.
report-letter-sent = We have received your report. The report desk checks it by { $until }.
report-letter-verified = Your report has been checked. Next we pass it on to the body in charge.
report-letter-refused = The report desk refused your report. Reason: { $reason }. If you think this is wrong, write to the desk on the page of your report.
report-letter-delivered = Your report has been passed on to { $agency }.
report-letter-returned = The public body that got your report says it is not in charge of this. We are looking for the right one.
report-letter-answered = { $agency } has answered your report. Is the problem solved? Tell us by { $until }; after that the report is closed under the rules.
report-letter-promised = { $agency } has made a promise about your report.
report-letter-repaired = { $agency } says that the problem has been repaired. Is that true? Tell us by { $until }; after that the report is closed under the rules.
report-letter-overdue = The deadline for { $agency } to answer has passed. The report stays open. A letter to the Ombudsman is ready to print on the page of your report.
report-letter-closed-by-rule = Your report was closed under the rules because there was no word from you. If the problem is not solved, you can open it again within 30 days.
report-letter-question = The report desk asks you:

error-report-area = Choose where it is. Type the name of the village, district or regency, then press "Find area".
error-report-body-ended = This public body no longer exists. Choose the one in charge today.
error-report-same-body = This report is already with that public body. Choose another one.
error-report-day = Write the year, month and day, such as 2026-11-24.
error-report-future = This day has not come yet. Write today or an earlier day.
error-report-proof = Show the proof: the address of a page, a picture or a recording.
error-report-before = This day is before the report was sent.
error-report-until = This day has passed. Write today or a later day.
error-report-link = Write the full address, with https:// in front.
error-report-code = This number and this code do not belong together. Check the letters and digits.
error-report-agree = Tick this box first to agree.
refusal-report-step = This step cannot be taken now: the report has changed. Open its page again to see how it is now.
refusal-report-late = The time for this is over. You can still write to the report desk.
refusal-report-received = The receipt has already been recorded.
refusal-report-notes = This report has no room for more messages. Write to the newsroom: see the page "Contact".
refusal-report-other-body = This report is not with your public body now. Go back to your desk.
refusal-report-not-overdue = This letter is ready once the public body's deadline has passed, or once you have closed the report because you are not satisfied.
notice-report-sent = Your report has been sent. Write down its number and code.
notice-report-periksa = The report has been marked as verified.
notice-report-tolak = The report has been refused. The sender reads the reason.
notice-report-teruskan = The report has been passed on. The public body's time starts now.
notice-report-terima = The receipt has been recorded.
notice-report-files-kept = Your pictures and recordings have been saved.
notice-report-kembalikan = The report is back at the report desk.
notice-report-jawab = The answer is now shown on the page of the report.
notice-report-janji = The promise has been recorded.
notice-report-perbaikan = The repair has been recorded. Now the sender judges it.
notice-report-tanya = The question has been sent to the sender.
notice-report-catatan = The note has been saved.
notice-report-sembunyikan = The words are now hidden.
notice-report-sampaikan = Passed on to the public body.
notice-report-dibaca = The message of the sender is marked as read.
notice-report-tayangkan = The words are now shown.
notice-report-buka = The report has been opened again.
notice-report-konfirmasi = Thank you, your report is confirmed.
notice-report-kode-baru = A new code has been sent to your e-mail address.
notice-report-balas = Your reply has been recorded. Now it is the public body's turn.
notice-report-selesai = The report is closed. Thank you for telling us how it ended.
notice-report-belum-diperbaiki = Noted. It is the turn of the public body again.
notice-report-tidak-puas = The report is closed with a note that you are not satisfied.
notice-report-pesan = Your message has been sent to the report desk.

## Drafts: writing and publishing
draft-lead = Tell what happened: what, where, when, who, and how you know. An editor reads it first, then publishes it or sends it back with a reason.
draft-title = Headline
draft-title-hint = One short sentence about what happened.
draft-body = Story
draft-body-hint = Leave an empty line between paragraphs. Marks you may use: ## for a heading, **bold**, - for a list, > for a quote.
draft-section = Section
draft-date = Date it happened (optional)
draft-date-hint = The day it happened, not the day you write.
draft-send = Send to the editors
drafts-heading = My drafts
drafts-none = You have not sent a story yet. Begin with something that happened near you.
draft-state-sent = Waiting for an editor
draft-state-returned = Sent back
draft-state-published = Published
draft-state-withdrawn = Withdrawn
draft-steps = The way of this draft
draft-step-sent = { $name } sent it to the editors.
draft-step-returned = { $name } sent it back:
draft-step-published = { $name } published it.
draft-step-withdrawn = { $name } withdrew it.
draft-came-back = This draft was sent back
draft-mend = Improve it and send it again
draft-read-it = It is published. Read the story.
draft-withdraw = Withdraw the draft
draft-withdraw-hint = A draft that you withdraw is not published. You can still read its text here. Its pictures and recordings are deleted.
draft-desk = Story desk
draft-desk-text = Drafts from your area, those that have waited longest first. Those sent back and those scheduled stand here too.
draft-desk-empty = No drafts are waiting.
draft-acts = Decision
draft-publish-heading = Publish
draft-notice = What is still being verified
draft-notice-hint = Readers see it at the end of the story, in brackets and italics.
draft-publish = Publish the story
draft-return-heading = Send back
draft-why = Reason
draft-why-hint = Say what is missing and how to improve it. The writer reads this.
draft-return = Send back to the writer
error-draft-section = Choose the section.
error-draft-area = Choose the area you write from: type its name, then press "Find area".
error-draft-date = Write a date that has passed, or leave it empty.
error-draft-twice = You have sent the same text in another draft. Look in "My drafts".
refusal-own-draft = Another editor decides about your own draft.
refusal-other-area = This draft comes from an area that you do not edit. The editor of that area decides.
refusal-draft-moved = This draft has changed in the meantime. Load the page again.
notice-draft-sent = The draft has been sent. You can follow it on this page.
notice-draft-withdrawn = The draft has been withdrawn.
notice-draft-published = The story has been published.
draft-save = Save
draft-preview = Preview
draft-untitled = No headline yet
draft-go-on = Go on writing
draft-back = Back to the draft
draft-preview-text = This is a preview: the page as it would stand if it were published now. Nobody has read it yet.
proof-heading = Check spelling and personal data
proof-lead = A machine has read this draft and only tells you. No word is changed: you decide.
proof-warnings = Mind personal data
proof-warnings-text = What stands below may show who somebody is or where to find them. Take it out or make it less exact unless everyone needs to read it.
proof-nik = This looks like the number of an identity card or a family card. Do not publish it: others could use it.
proof-phone = This is a telephone number. Leave it only if it is an office's, or its owner agrees.
proof-address = This is a full address. If somebody lives there, name the village or the district only.
proof-child = This seems to be the name of a child. Use initials and leave out the school, above all for victims, witnesses and offenders.
proof-send = I have read this, send
proof-words = Spelling
proof-words-text = These words are in no dictionary. They may be slips, and they may be right.
proof-words-none = Every word is in the dictionary.
proof-words-unread = The spelling of this draft was not checked: there is no dictionary for its language here.
proof-times = { $n ->
    [one] once
   *[other] { $n_text }{"\u00A0"}times
}
proof-suggests = You may have meant:
proof-suggests-none = No word of the dictionary is near.
proof-vouch = This word is right
notice-draft-look-first = The draft is kept and not sent yet. Read the warnings below first.
notice-draft-not-whole = This draft is not complete yet. Fill in headline, text and area, then send it.
person-notice-draft-returned = Your draft came back from the editors, with the reason.
person-notice-draft-scheduled = Your draft has a day on which it goes public.
person-notice-draft-published = Your draft is public now.
embargo-heading = Embargo
embargo-set = Note an embargo
embargo-until = Not public before
embargo-until-hint = The hour at the newsroom. The draft cannot go public before it.
embargo-asked = Who asked for it
embargo-asked-hint = For example the name of the office or the person.
embargo-why = The reason
embargo-why-hint = Why the newsroom agreed to wait.
embargo-keep = Keep the embargo
embargo-end-why = Why it need not wait any more
embargo-end-why-hint = For example: who asked agreed, or it was announced.
embargo-end = End the embargo
embargo-holds = Holds
embargo-until-time = Not public before { $time }
embargo-asked-by = asked for by { $asked }
embargo-ended = ended: { $why }
error-embargo = This draft is under embargo. Choose a time after it, or end the embargo first.
error-embargo-plan = This draft is planned to go public before that. Take it off the plan first.
notice-draft-embargoed = The embargo was noted.
notice-draft-embargo-ended = The embargo was ended.
letter-draft-returned-about = Your draft came back: { $title }
letter-draft-returned-body =
    An editor sent your draft "{ $title }" back.

    The reason: { $words }

    Change it and send it again here: { $link }

    { $house }
letter-draft-scheduled-about = Your draft has its day: { $title }
letter-draft-scheduled-body =
    Your draft "{ $title }" was approved and goes public at its time. The day is told here: { $link }

    { $house }
letter-draft-published-about = Your draft is public: { $title }
letter-draft-published-body =
    Your draft "{ $title }" is public now. Read it here: { $link }

    If something is wrong, tell an editor.

    { $house }
draft-marks = Bold|Heading|List|Quote|Link
draft-copy-found = This browser holds a copy that did not reach us, from
draft-copy-use = Use that copy
draft-copy-drop = Throw the copy away
draft-kept-by-hand = Press "Save" now and then. If JavaScript is off, words that were not saved are lost when the page is closed.
draft-kept-saving = Saving…
draft-kept-offline = The connection is lost. Your text is safe in this browser and will be saved as soon as the connection is back.
draft-kept-ended = You are signed out. Your text is safe in this browser; press "Save", then sign in.
draft-kept-conflict = Somebody else saved this draft. Press "Save" to compare both texts; no word is lost.
draft-saved-at = Saved { $time }
draft-versions = All saved versions
draft-versions-text = Every text that was saved stays here, the newest first.
draft-version = Version { $n_text }
draft-version-aside = Kept apart: somebody else saved first
draft-version-changed = What changed
draft-version-text = The whole text
draft-conflict = Somebody else saved this draft first
draft-conflict-text = While you were writing, { $name } saved another text. Both are safe: yours is kept apart. Choose one, or join them.
draft-conflict-diff = What differs
draft-conflict-legend = What is struck out is in the saved text only; what is underlined is in yours only.
draft-conflict-mine = Your text
draft-conflict-mine-hint = Add what you want to take from the other text, then save.
draft-conflict-theirs = The text of { $name }
draft-conflict-save = Save this text
draft-conflict-keep = Use the saved text
draft-conflict-gone = This draft is no longer in your hands. Your text is kept apart, in the list of versions.
draft-state-working = Being written
draft-step-working = { $name } began writing it.
diff-added = added:
diff-removed = removed:
diff-legend = What is struck out was removed; what is underlined was added.
diff-skipped = { $n ->
    [one] one paragraph unchanged
   *[other] { $n_text } paragraphs unchanged
 }
notice-draft-edited = The draft is saved. Its writer can read your changes.
notice-draft-saved = The draft has been saved. Only you can read it until you send it.
refusal-drafts-many = You have 100 drafts that have not been sent. Send or withdraw some first.
draft-state-scheduled = Scheduled
draft-step-scheduled = { $name } scheduled it.
draft-approved = Approved
draft-edit = Edit the text
draft-notes = Notes
draft-note-on = On: "{ $words }"
draft-note-settled = settled
draft-note-answer = Answer this note
draft-note-send = Send the answer
draft-note-where = On which part
draft-note-whole = The whole draft
draft-note = A note for the writer
draft-note-hint = Write what needs to be clearer. The writer can answer.
draft-note-add = Add the note
draft-note-settle = Mark this note settled
draft-checks = Who was asked
draft-checks-none = No checks have been recorded yet.
draft-check-add = Record who was asked
draft-check-by = Recorded by { $name }
draft-check-text = Write whom you asked, how, when, and what they said. Only the newsroom reads this.
draft-check-day = Day you asked
draft-check-answer = The answer
draft-check-answer-hint = Write it as it was said, or a summary of it.
draft-check-keep = Save the record
draft-asked = Who was asked
draft-asked-hint = Name and office, or the name of the body. Do not write the name of a confidential source here.
draft-way = How
check-way-in-person = In person
check-way-phone = By phone
check-way-message = By message
check-way-letter = By letter
check-way-document = By reading a document
draft-two-flags = Approve and verify
draft-approve = Approve this text
draft-approve-hint = The text is fit to be published. If it changes again, this approval no longer counts.
draft-approved-by = Approved by { $name }
draft-verify = Mark as verified
draft-verify-hint = The facts were checked: first record who was asked and what they said.
draft-verified-by = Verified by { $name }
draft-unverified-text = This draft is not verified. It may be published only if all four conditions of the Cyber Media Reporting Guidelines are met. After publication, verification must go on.
draft-urgent = Urgent public interest
draft-urgent-hint = Why readers need to know now.
draft-source = First source
draft-source-hint = Who it is, and why they are credible and know the matter.
draft-unreachable = The person or body it is about
draft-unreachable-hint = Why they cannot be found or interviewed yet.
draft-publish-at = When to publish (optional)
draft-publish-at-hint = Leave it empty to publish now. Fill it in to schedule. The newsroom's local time.
draft-scheduled-text = Goes out by itself on
draft-unschedule = Cancel the schedule
draft-writers = Other writers
draft-writer = Name of the writer
draft-writer-hint = The full name of their account. It stands on the story.
draft-writer-add = Add the writer
draft-why-back = Sent back because:
draft-desk-areas = Areas
draft-desk-all = All
draft-tasks = Published, not yet verified
draft-tasks-text = Verification of these stories must go on. What is found goes into an update story that is linked, or is recorded as a verification.
draft-settle-heading = Go on verifying
draft-settle-check = Record what was found
draft-update = Address of the update story
draft-update-hint = The story on this site that tells what was found.
draft-settle-update = Link it
draft-questions = Questions before publication
draft-questions-none = No questions yet.
question-add = Ask a question
question-text = A question to a person or a body, with its deadline. Once the story is published, readers see the question and the answer, or that there was none.
question-words = Question
question-words-hint = As you sent it.
question-day = Deadline
question-day-hint = Until the end of that day.
question-until = deadline { $time }
question-answer = Record the answer
question-answer-keep = Save the answer
question-heading = What we asked
question-asked = We asked { $name }:
question-answered = Answer:
question-silent = By the deadline, { $time }, there was no answer.
question-waiting = We are waiting for the answer until { $time }.
story-update-of = This story continues the verification of:
story-updated-by = What was found:
story-unverified-end = (Verification is still under way: { $notice })
error-check-way = Choose how you asked.
error-check-date = Write today or a day that has passed.
error-question-date = Write today or a later day.
error-verify-nobody-asked = First record who was asked and what they said.
error-not-approved = Approve the text first.
error-publish-at = Write a time in the future, at most a year from now.
error-writer-none = There is no account with that name. Check the spelling.
error-writer-many = There are several accounts with that name. Write the full name, or the e-mail address.
error-bylines-many = 10 other writers at most.
error-update-story = Write the address of a published story on this site, not of this story itself.
notice-draft-approved = The text has been approved.
notice-draft-verified = The draft has been marked as verified.
notice-draft-noted = The note has been saved.
notice-draft-note-settled = The note has been settled.
notice-draft-checked = The record has been saved.
notice-draft-asked = The question has been saved. Its deadline is running.
notice-draft-answered = The answer has been saved.
notice-draft-writer-added = The writer has been added.
notice-draft-scheduled = The draft has been scheduled.
notice-draft-unscheduled = The schedule has been cancelled. The draft is back at the story desk.
notice-draft-settled = The update story has been linked.
amends = Corrections and retractions
answer-desk = Desk of the published story
answer-draft = Its draft
answer-edition = Correct or update
answer-edition-text = Published text is not changed. What you send becomes a new edition; the earlier ones can still be read.
answer-kind = What this edition is for
answer-kind-correction = Something was wrong: it stands in a correction box and in the list of corrections
answer-kind-update = The story went on
answer-why = What changed and why
answer-why-hint = One sentence for readers.
answer-was = It said
answer-was-hint = Only for a correction: quote the words that were wrong.
answer-became = It should say
answer-apology = Apology
answer-apology-hint = Only for a correction. For example: We apologise for the mistake.
answer-publish = Publish the new edition
answer-retract = Retract the story
answer-retract-text = The story leaves the lists. Its address, headline and reason stay, and the retraction is announced. A request from outside the newsroom alone is no reason.
answer-ground = Reason
answer-reason = Explanation for readers
answer-reason-hint = Do not repeat what made you retract it.
answer-seal = Seal the text
answer-seal-text = The text of the chosen editions is removed for ever, and with it the draft, its saved versions, notes and questions. Date, reason and hash stay. This cannot be undone.
answer-seal-which = Editions to seal
retraction-ground-hatred = Concerns ethnicity, religion, race or social groups (SARA)
retraction-ground-decency = Offends decency
retraction-ground-child-future = The future of a child
retraction-ground-victim-trauma = The trauma of a victim
retraction-ground-press-council = Another special consideration set by the Press Council
retraction-ground-wrong = Wrong beyond correcting: the newsroom's own finding
seal-ground-child = To protect a child's identity
seal-ground-victim = To protect a victim
seal-ground-personal-data = Contains personal data
seal-ground-order = Order of a court or competent authority
mended-was = It said:
mended-became = It should say:
difference-title = Two editions compared: { $title }
difference-heading = Two editions compared
difference-from = From edition
difference-to = To edition
difference-show = Show what differs
difference-none = Both editions are the same.
corrections-heading = Corrections
corrections-text = Mistakes that we corrected, the newest first.
corrections-none = No corrections yet.
retractions-heading = Retractions
retractions-text = Stories that we retracted, with the reason. Their addresses stay.
retractions-none = No story has been retracted yet.
error-edition-kind = Choose correction or update.
error-edition-same = The text has not changed yet. Change it first, then send it again.
error-edition-newer = Somebody else published a new edition while you were writing. The differences are below; join both, then send again.
error-ground = Choose one reason from the list.
error-seal-none = Choose the editions to seal.
notice-story-edited = The new edition has been published.
notice-story-retracted = The story has been retracted, and this is announced.
notice-story-sealed = The text has been sealed.
notice-draft-returned = The draft has been sent back to its writer.

## Lists that may be taken away from /data
open-data-agencies = Public bodies
open-data-innovations = Public service innovations
open-data-replications = Replications of innovations
open-data-programmes = Programmes
open-data-activities = Programme activities
open-data-reports = Residents' reports and the answers of public bodies
open-data-surveys = Residents' satisfaction surveys
open-data-office_terms = Offices and who held them
open-data-service_units = Places of service
open-data-services = Services
open-data-innovation_stages = Stages of innovations
open-data-innovation_indicators = What is measured of innovations
open-data-innovation_observations = Measured results of innovations
open-data-programme_outcomes = Outcomes of programmes
open-data-programme_components = Components of programmes
open-data-activity_speakers = Speakers at activities
open-data-activity_decisions = Decisions of activities
open-data-answers = Answers, promises and repairs of public bodies
open-data-promises = Promises of public bodies

## Programmes, outcomes, components, activities
programmes-menu = Programmes
programmes-heading = Programmes
programmes-intro = Programmes that work for public services: their purpose, who runs them, where, and what was promised at their activities.
programmes-none = No programmes yet.
programmes-first = Newest
programmes-next = Older
programme-pages = Pages
programme-place = Where you are
programme-kind = Programme
programme-manage = Manage this programme
programme-period = { $from } to { $to }
programme-period-from = Since { $from }
programme-period-to = Until { $to }
programme-outcomes = Outcomes
programme-components = Components
programme-partners = Partners
programme-areas = Areas
programme-area-was = ({ $year }; today { $now })
programme-work = Components and activities
programme-activities = Activities
programme-no-work = No components or activities have been recorded yet.
programme-other-work = Activities outside the components
programme-first-work = First activities
programme-more-work = Further activities
programme-for-outcome = For outcome: { $outcome }
programme-by-source = According to
programme-facts = About this programme
programme-funding = Funding
programme-source = Source
partner-role-lead = Lead
partner-role-government = Government partner
partner-role-funder = Funder
partner-role-implementer = Implementer
partner-role-partner = Partner
activity-kind-workshop = Workshop
activity-kind-training = Training
activity-kind-meeting = Meeting
activity-kind-construction = Construction
activity-kind-survey = Survey
activity-kind-other = Other activity
activity-level-national = National
activity-level-province = Province
activity-level-regency = Regency or city
activity-level-district = District
activity-level-village = Village
activity-state-planned = Planned
activity-state-running = Running
activity-state-done = Done
activity-state-reported = Reported
activity-no-day = no date set yet
activity-facts = About this activity
activity-programme = Programme
activity-component = Component
activity-level = Level
activity-budget = Budget
activity-agenda = Agenda
activity-speakers = Speakers
activity-speakers-note = Each office is the one held on the day of the activity.
activity-participants = Participants
activity-counted = Participants by group
activity-group = Group
activity-people = People
activity-not-counted = The number of participants is not on record.
activity-offices = Participants by office
activity-office-people = Number of people: { $people }
activity-decisions = Decisions
activity-promises = Promises
activity-moved = { $n ->
    [one] The dates were changed once
   *[other] The dates were changed { $n_text } times
}
activity-first-set = Before that: { $day }.
programme-former = { $n ->
    [one] One earlier text
   *[other] { $n_text } earlier texts
}
programme-former-until = Changed
programme-former-name = Name
programme-former-acronym = Short name
programme-former-purpose = Purpose
programme-former-funding = Funding
programme-former-summary = Summary
programme-former-venue = Place
programme-former-budget = Budget
programme-former-source = Source
programme-former-agenda = Agenda
programme-former-office = Invited
programme-former-speaker = Speaker
programme-former-decision = Decision
programme-former-partner = Partner
programme-former-outcome = Outcome
programme-former-component = Component
activity-went = How it went
activity-manage = Manage this activity
counted-total = All participants
counted-women = Women
counted-men = Men
counted-unnoted = Sex not recorded
counted-disability = People with a disability
counted-youth = Young people
counted-elderly = Older people
counted-poor = Poor people
counted-indigenous = Indigenous people
counted-hidden = hidden
counted-not = not on record
counted-hidden-why = A number is hidden when the group has fewer than 5 people, or when such a small group could be worked out from it.
activity-promise-kept-on = Kept on { $day }
activity-promise-overdue = { $n ->
    [one] { $n_text } day late
   *[other] { $n_text } days late
}
activity-promise-until = By { $day }
activity-promise-open = Without a deadline
activity-promise-proof = Proof:
activity-step-at = { " " }at { $venue }
activity-step-held = { $kind } "{ $name }" was held{ $at }.
activity-step-running = { $kind } "{ $name }" is under way{ $at }.
activity-step-planned = { $kind } "{ $name }" is planned{ $at }.

## Programmes: the desk
desk-programmes = Manage programmes
admin-program = Programmes
admin-program-about = Programmes with their outcomes, components and activities.
programme-as-readers = See the page as readers do
programme-save = Save
programme-cancel = Cancel
programme-change-line = Change
programme-remove = Remove
programme-remove-what = If you remove this line, it is gone from the page. The record that you changed it stays.
programme-of = For: { $name }
programme-none = None
programme-no-body = Not in the list
programme-add = Add a programme
programme-change = Change the programme
programme-part-mitra-add = Add a partner
programme-part-mitra-change = Change the partner
programme-part-capaian-add = Add an outcome
programme-part-capaian-change = Change the outcome
programme-part-komponen-add = Add a component
programme-part-komponen-change = Change the component
programme-area-add = Add an area
programme-field-name = Name
programme-field-acronym = Short name (optional)
programme-field-purpose = Purpose
programme-field-purpose-hint = What gets better, and for whom.
programme-field-begins = Starts (optional)
programme-field-begins-hint = As exactly as you know: 2026, 2026-01 or 2026-01-27.
programme-field-ends = Ends (optional)
programme-field-ends-hint = As exactly as you know: 2028, 2028-12 or 2028-12-31.
programme-field-funding = Funding (optional)
programme-field-source = Source (optional)
programme-field-source-hint = The document or page where you read this. A web address comes last.
programme-field-role = Role
programme-field-agency = Public body (optional)
programme-field-agency-hint = Choose it if it is in the list. The name becomes a link.
programme-field-partner = Name in the source (optional)
programme-field-partner-hint = Exactly as in the source. Leave it empty to use the name of the chosen body.
programme-field-number = Number
programme-field-number-hint = As in the source, for example 1, 01 or EOFO 1.
programme-field-parent = Under the outcome (optional)
programme-field-parent-hint = Choose one if this is an intermediate outcome, one that must be reached first.
programme-field-outcome = For the outcome (optional)
programme-field-outcome-hint = Choose one if the source says which outcome.
programme-field-note = Note (optional)
programme-field-once = Name of the area at that time (optional)
programme-field-once-hint = For areas that have changed since. Papua Barat of 2016, for example, is two provinces today.
programme-field-on = Date on which the area had that name (optional)
programme-field-on-hint = Any day on which the area was called that.
activity-add = Add an activity
activity-change = Change the details
activity-days = Set the dates
activity-go-on = Change the state
activity-count = Count participants
counted-total-hint = Numbers only, no names. Women, men and those whose sex was not recorded must add up to all participants; write 0 for none. Leave everything empty if nobody counted. Groups of fewer than 5 people are not shown to readers.
activity-part-acara-add = Add an agenda item
activity-part-acara-change = Change the agenda item
activity-part-undangan-add = Add an office
activity-part-undangan-change = Change the office
activity-part-narasumber-add = Add a speaker
activity-part-narasumber-change = Change the speaker
activity-part-keputusan-add = Add a decision
activity-part-keputusan-change = Change the decision
activity-field-name = Name of the activity
activity-field-kind = Kind
activity-field-level = Level
activity-field-component = Component (optional)
activity-field-summary = Summary (optional)
activity-field-venue = Venue (optional)
activity-field-venue-hint = The name of the building and its address.
activity-field-budget = Budget (optional)
activity-field-starts = First day (optional)
activity-field-starts-hint = Leave it empty if it has not been set yet.
activity-field-ends = Last day (optional)
activity-field-ends-hint = Leave it empty if it lasts one day only.
activity-field-why = Why the dates changed
activity-field-why-hint = Readers see this reason beside the earlier dates.
activity-field-state = How it stands now
activity-field-state-hint = It cannot go back to an earlier state.
activity-field-note = Note (optional)
activity-field-hour = Time (optional)
activity-field-hour-hint = Local time where the activity is held, such as 09:30.
activity-field-item = Agenda item
activity-field-decision = Decision
activity-field-invited = Invited office
activity-field-invited-hint = For example: Kepala Bappeda (head of the planning office).
activity-field-invited-note = From where (optional)
activity-field-invited-note-hint = For example: from all regencies and cities.
activity-field-body = Public body (optional)
activity-field-body-hint = Choose it if it is in the list.
activity-field-people = Number of people (optional)
activity-field-people-hint = Leave it empty if nobody counted.
activity-field-holder = Who held the office that day
activity-field-speaker = Name
activity-field-speaker-hint = Choose the public body and leave the name empty to see who held its offices on the day of the activity.
activity-field-office = Office held that day (optional)
activity-field-office-hint = The office when they spoke, not the one they hold now.
activity-field-said = What they said (optional)
activity-field-said-hint = Briefly, in your own words.
activity-promise-add = Record a promise
activity-promise-keep = Record that the promise was kept
activity-promise-change = Correct the promise
activity-promise-field-who = Who promised
activity-promise-field-who-hint = Name and office, as given at the time.
activity-promise-field-what = What was promised
activity-promise-field-until = By which day (optional)
activity-promise-field-until-hint = After that day the page shows this promise as late.
activity-promise-field-proof = Proof
activity-promise-field-proof-hint = What can be seen, where, and who checked it.
activity-promise-field-on = Kept on
error-programme-calendar = Write a year, a year and month, or a full date, such as 2026-01.
error-programme-day = Choose the date.
error-programme-order = The last day cannot come before the first.
error-programme-first-day = Choose the first day.
error-programme-choose = Choose one.
error-programme-partner = Choose the public body, or write the name.
error-programme-parent = Choose an outcome that does not stand under another outcome.
error-programme-area = Choose the area, or write the name it had at that time.
error-programme-area-day = Choose a day on which the area had that name.
error-programme-area-once = No area is known by that name on that date, or there are several. Choose from the list above.
error-programme-area-twice = This area is already in the list.
error-activity-same-days = These are the dates that are already set.
error-activity-why = Write why the dates changed.
error-activity-state = Choose a state that comes after the present one.
error-activity-no-days = Set the dates first: an activity that is done must have a date.
error-activity-hour = Write hours and minutes, such as 09:30.
error-activity-holder = Choose who held office that day, or write the name.
error-headcount-part = Write the number, or 0 for none.
error-headcount-total = Women, men and those whose sex was not recorded add up to { $sum }. Make this equal to all participants.
error-headcount-more = At most { $max }: not more than all participants.
refusal-programme-full = This list is full. Change one that is already there.
refusal-programme-needed = Something is still recorded under it or linked with it, so it cannot be removed. Remove or move that first.
notice-programme-saved = It has been saved.
notice-programme-removed = It has been removed.

## Replies: corrections and the right of reply
replies-heading = Right of reply
replies-intro = Anyone may ask for a correction of an error. Anyone whose good name is harmed by facts in a story may answer (right of reply, Press Act). Open the story and choose "Ask for a correction / Reply" below it. Replies that were published are shown here.
replies-none = No reply has been published yet.
replies-older = Earlier replies
reply-of = Reply of { $name }
reply-chain-published = The reply of { $name } was published.
reply-correction-of = Request for a correction { $number }
reply-to = In answer to
reply-about-gone = That story is no longer shown.
reply-own-page = Page of this reply
reply-ask-link = Ask for a correction / Reply
reply-disputed-heading = The passage that is answered
reply-note = A reply is in the words of those who answer; it is published once and free of charge (Press Council Regulation 9/2008).
reply-kind-reply = Reply
reply-kind-correction = Correction
reply-new-heading = Ask for a correction / Reply
reply-new-about = About:
reply-new-intro = You need no account, and you pay nothing.
reply-new-decide = { $n ->
    [one] The newsroom decides within { $n_text } working day of receiving your request.
   *[other] The newsroom decides within { $n_text } working days of receiving your request.
}
reply-window-open = The right of reply to this story lasts until { $day }, two months from publication. The right of correction has no limit.
reply-window-over = The right of reply to this story lapsed after { $day }, two months from publication. You may still ask for a correction at any time. A reply is published only if the newsroom agrees.
reply-field-asks = What you ask for
reply-asks-correction = A correction
reply-asks-correction-hint = Something in the story is wrong, about you or about others. The story is corrected.
reply-asks-reply = A reply
reply-asks-reply-hint = Facts in the story harm your good name or that of your group. Your answer is published on the story's page.
reply-field-name = Name of the person, group or institution
reply-field-name-hint = The name is shown if your reply is published. With a correction only the newsroom sees it.
reply-field-capacity = In what capacity
reply-field-capacity-hint = For example: head of the district, board of a farmers' group, somebody named in the story, a reader.
reply-field-passage = Passage of the story
error-reply-passage = The published story does not say this. Copy the words exactly from the story. If you mean a picture or its caption, copy the title of the story and name the picture under "What is wrong".
reply-field-passage-hint = Copy the sentence that you mean, exactly as written.
reply-field-wrong = What is wrong
reply-field-wrong-hint = Explain it to the newsroom. This part is not published.
reply-field-text = What is right, or your reply
reply-field-text-hint = A reply is published in these words as you write them. Do not make it longer than the passage that you answer.
reply-proof = Proof
reply-field-proof = Proof (optional)
reply-field-proof-hint = The address of a page, the number of a letter, or who can be asked. Pictures and recordings can be uploaded below. Proof is not published.
reply-field-contact = E-mail address or phone number (optional)
reply-field-contact-hint = E-mail: we send news there. Phone: only the newsroom sees it. Neither is ever shown.
reply-send = Send the request
reply-follow-link = See my request
reply-follow-heading = See my request for a correction or reply
reply-follow-intro = Write the number and the code that you got when you sent the request.
reply-follow-open = See
reply-field-number = Number
reply-field-number-hint = For example H-261124-7KQ2M
reply-field-code = Code
reply-field-code-hint = Five groups of letters and digits
reply-keep-heading = Keep this number and this code
reply-keep-text = With both, or with the address of this page, you see the newsroom's answer. Do not give them to others.
reply-next-heading = What happens next
reply-next-received = The newsroom looks at your request.
reply-next-asked = The newsroom needs to know more. Write it below.
reply-next-weighed = The newsroom is weighing your request.
reply-next-proposed = The newsroom is weighing your request. A refusal takes two people.
reply-next-accepted = The newsroom accepted your request and publishes it soon.
reply-next-refused = The newsroom refused your request for the reason below. If you do not agree, you may complain to the Press Council.
reply-next-lapsed = The right of reply lapsed, because two months have passed since publication. The newsroom may still publish it if both sides agree.
reply-next-published = It has been published. If something is not settled, you may complain to the Press Council.
reply-next-withdrawn = You withdrew this request.
reply-next-press-council = You took this request to the Press Council. The newsroom waits for its decision.
reply-next-closed = This request is finished.
reply-public-link = The published reply
reply-edition-link = The corrected edition of the story
reply-yours-heading = Your request
reply-sent-heading = Request
reply-steps-heading = What was done
reply-meta-about = Story
reply-meta-sent = Sent
reply-meta-window = Right of reply until
reply-was-late = the request came after the right had lapsed
reply-by-desk = The newsroom
reply-by-sender = The person who asked
reply-by-rule = Under the rules
reply-state-received = Received
reply-state-asked = Waiting for details
reply-state-weighed = Being weighed
reply-state-proposed = Refusal waits for a second person
reply-state-accepted = Accepted
reply-state-refused = Refused
reply-state-lapsed = Lapsed
reply-state-published = Published
reply-state-withdrawn = Withdrawn
reply-state-press-council = At the Press Council
reply-state-closed = Finished
reply-step-received = Request received
reply-step-asked = The newsroom asked for details
reply-step-completed = Details added
reply-step-weighed = Weighing began
reply-step-accepted = Accepted
reply-step-proposed = Refusal proposed
reply-step-refused = Refused
reply-step-not-refused = Proposed refusal not agreed to
reply-step-published = Published
reply-step-lapsed = Lapsed, two months have passed
reply-step-withdrawn = Withdrawn
reply-step-press-council = Taken to the Press Council
reply-step-closed = Finished
reply-step-noted = Note
reply-step-alone = Decided by the same person after a pause, because there is no other editor
reply-deed-heading = Action
reply-deed-send = Save
reply-deed-completed = Add details
reply-deed-completed-hint = Answer the newsroom's question.
reply-deed-withdrawn = Withdraw the request
reply-deed-withdrawn-hint = This request goes no further.
reply-deed-press-council = I complain to the Press Council
reply-deed-press-council-hint = You send the complaint to the Press Council yourself. Here you tell the newsroom.
reply-deed-weighed = Begin to weigh
reply-deed-weighed-hint = The person who asked sees that the request is being worked on.
reply-deed-accepted = Accept the reply
reply-deed-accepted-hint = Then publish it at the first opportunity.
reply-deed-accepted-correction = Accept the correction
reply-deed-accepted-correction-hint = Then make the correction at the story desk.
reply-deed-published = Publish now
reply-deed-published-hint = The reply is shown on the story's page and on a page of its own.
reply-deed-published-correction = The correction has been published
reply-deed-published-correction-hint = The newest corrected edition is linked to this request.
reply-deed-refused = Refuse: I am the second person
reply-deed-refused-hint = On the proposed ground. Refusing a reply wrongly may be punished with a fine.
reply-deed-not-refused = Do not refuse
reply-deed-not-refused-hint = The request is weighed again.
reply-deed-asked = Ask for details
reply-deed-asked-hint = Write the question. The newsroom's deadline stops until it is answered.
reply-deed-proposed = Propose to refuse
reply-deed-proposed-hint = Choose the ground and explain. A second person decides.
reply-deed-lapsed = Declare it lapsed
reply-deed-lapsed-hint = Two months had passed since publication when this request came.
reply-deed-closed = Finish
reply-deed-closed-hint = Nothing is left to be done.
reply-deed-noted = Make a note
reply-deed-noted-hint = Only the newsroom reads it.
reply-field-step = Action
reply-field-ground = Ground for refusing
reply-field-ground-hint = Only with a proposal to refuse. There are no other grounds (Press Council Regulation 9/2008).
reply-field-words = What you write
reply-field-words-hint = The person who asked reads them, except in a note. When refusing, explain the ground. Do not write other people's data.
reply-ground-too-long = Longer than the passage that it answers
reply-ground-unrelated = Holds facts that have nothing to do with the story
reply-ground-unlawful = Publishing it would break the law
reply-ground-third-party = Against a third party's interest that the law protects
reply-desk = Right of reply desk
reply-filter = Filter requests
reply-tab-open = Waiting
reply-tab-decided = Decided
reply-desk-none = There are no requests here.
reply-reach = Reached at:
reply-reach-none = nothing; only by number and code
reply-mend-heading = Make the correction
reply-mend-text = Mend the story as a correction. Then choose "The correction has been published" below.
reply-mend-link = Open the desk of this story
error-reply-ground = Choose the ground for refusing from the list.
error-reply-form = This page has been open for a long time. Load it again, then send.
error-reply-code = The number or the code does not match. Check both.
error-reply-no-edition = There is no correction since this request was accepted. Make the correction first.
refusal-reply-area = This request is about an area that you do not edit. The editor of that area decides.
refusal-reply-second = You proposed this refusal. Somebody else has to decide.
refusal-reply-step = This request has changed meanwhile. Load the page again.
refusal-reply-gone = This story is no longer shown, so the reply cannot be published there.
notice-reply-sent = We have received your request. Keep the number and the code.
notice-reply-noted = It has been saved.
reply-letter-subject = Request { $number } at { $house }
reply-letter =
    About the story "{ $title }".

    { $body }

    See request { $number } with your code: { $link }

    { $house }
reply-letter-received = We have received your request. We decide by { $until }.
reply-letter-asked = We need to know more:
reply-letter-accepted = We have accepted your reply. We publish it by { $until }.
reply-letter-accepted-correction = We have accepted your request for a correction. We publish the correction by { $until }.
reply-letter-refused = We have refused your request: { $ground }. Two people took this decision. If you do not agree, you may complain to the Press Council.
reply-letter-lapsed = The right of reply has lapsed, because two months have passed since publication. A correction may still be asked for.
reply-letter-published = Your reply has been published.
reply-letter-published-correction = The correction that you asked for has been published.
reply-letter-closed = Your request is finished.
republisher-register = Re-publishers
republisher-register-none = No re-publisher has been noted yet. Open a story and choose "Re-publishers" below it.
republisher-heading = Re-publishers of this story
republisher-intro = Media that quote this story must correct and retract too (Cyber Media Reporting Guidelines, 4d and 5b). Those noted here are told by e-mail when the story is corrected, retracted or answered.
republisher-none = Nobody has been noted yet.
republisher-since = Published since { $day }
republisher-add = Note a re-publisher
republisher-field-name = Name of the medium
republisher-field-address = Address of the page (optional)
republisher-field-email = E-mail address (optional)
republisher-field-email-hint = Without it the newsroom has to tell them itself. The address is never shown.
republisher-field-since = Published since
republisher-send = Note this re-publisher
republisher-follow = Record that they followed
republisher-end = Remove from the register
republisher-news-correction = Correction
republisher-news-retraction = Retraction
republisher-news-reply = Reply
republisher-followed = followed
republisher-mailed = told by e-mail
republisher-to-tell = not told yet, there is no e-mail address
republisher-link = Re-publishers
republisher-letter-subject = { $what } of a story that you took from { $house }
republisher-letter =
    To { $name }.

    You published the story "{ $title }" from { $house }. There is news about it: { $what }.

    Read it here: { $link }

    Media that quote must correct, retract and publish the reply too (Cyber Media Reporting Guidelines, numbers 4 and 5).

    { $house }
error-republisher-reach = Write the address of the page or an e-mail address, at least one.
error-web-address = Write the whole address, beginning with https://
error-reply-day = Fill in the date.
error-reply-future = This date has not come yet. Write today or an earlier day.
notice-republisher-noted = The re-publisher has been noted.
impacts-heading = What stories changed
impacts-intro = What changed after residents wrote: answers, promises, fees that were reviewed, rooms that were built. Each with its proof.
impacts-none = Nothing has been noted yet.
impact-heading = What this story changed
impact-intro = Note what changed because of this story, with proof that others can check. It is shown on the story's page.
impact-none = Nothing has been noted yet.
impact-beside = What this story changed
impact-of = From the story
impact-proof = Proof:
impact-told = Told in
impact-add = Note a change
impact-send = Note the change
impact-strike = Strike out this record
impact-link = Note what changed
impact-kind-reply = Answered
impact-kind-promise = Promised
impact-kind-fee = Fee reviewed
impact-kind-rooms = Rooms built
impact-kind-road = Road repaired
impact-kind-service = Service improved
impact-kind-other = Other
impact-field-sort = Kind
impact-field-what = What changed
impact-field-what-hint = For example: classrooms built by the education office in two hamlets.
impact-field-amount = Number (optional)
impact-field-amount-hint = A whole number, for example 2 when two rooms were built.
impact-field-day = Date
impact-field-proof = Proof
impact-field-proof-hint = What can be seen, and who checked it.
impact-field-told = Address of the story about this change (optional)
impact-field-told-hint = The address of a story's page on this site. Both stories are then linked.
error-impact-story = This is not the page of another story that is shown on this site. Copy the address from the page of that story.
notice-impact-noted = The change has been noted.
notice-impact-struck = The note has been struck out.
incident-desk = Legal incidents
incident-intro = Summonses, threats or suits because of a story. Only people who are named on an incident see it.
incident-none = No incident names you.
incident-new = Note an incident
incident-heading = Legal incident
incident-open = Under way
incident-ended = Ended
incident-from = From:
incident-kind-summons = Summons
incident-kind-threat = Threat
incident-kind-suit = Suit
incident-kind-complaint = Complaint
incident-field-kind = Kind
incident-field-against = Against whom
incident-field-from = From whom
incident-field-what = What happened
incident-field-what-hint = Which story, when, where, and what is demanded. Do not write the names of confidential sources.
incident-field-day = Date
incident-field-helper = Who helps (optional)
incident-field-helper-hint = For example a legal aid office, the Press Council, or a journalists' organisation.
incident-send = Note this incident
incident-helper = Who helps
incident-no-helper = nobody yet
incident-outcome = Outcome
incident-named = Who sees it
incident-somebody = Somebody
incident-step-opened = Incident noted
incident-step-noted = Note
incident-step-named = May see this incident
incident-step-helped = Who helps
incident-step-ended = Ended
incident-deed-noted = Add a note
incident-deed-noted-hint = What happened afterwards.
incident-deed-named = Name somebody else
incident-deed-named-hint = Write their name or e-mail address. They then see everything that is written here.
incident-deed-helped = Change who helps
incident-deed-helped-hint = Write who helps now.
incident-deed-ended = End the incident
incident-deed-ended-hint = Write the outcome.
incident-letter-subject = You are named on an incident at { $house }
incident-letter =
    Somebody at { $house } gave you access to a legal incident. Sign in with your account to read it:

    { $link }

    { $house }
refusal-incident-ended = This incident has ended.
notice-incident-opened = The incident has been noted. Name the others who need to see it.

## Tips to the newsroom

tip-heading = Send a tip to the newsroom
tip-intro = Tell us what you have seen or know. You need no account and pay nothing. After sending you get a number and a code with which you read the newsroom's answer.
tip-safe = What you write is kept locked and opened by editors only. We do not note your network address, and we send no letters. If it is dangerous for you, do not use a phone or a network of somebody else, and do not write your name.
tip-safe-days = We delete how to reach you { $n_text } days after this tip is closed.
tip-field-what = What is it about
tip-field-what-hint = What happened, who takes part in it, and how you know.
tip-area-hint = The area may stay empty. If the name of the village could tell who you are, choose the regency only.
tip-unopened = This tip cannot be opened. Its key is missing, or it is damaged.
tip-field-happened = When (optional)
tip-field-happened-hint = For example: Monday night, or since October.
tip-field-contact = How to reach you (optional)
tip-field-contact-hint = A number, an e-mail address or a place to meet. Only editors see it.
tip-field-attribution = May we name you?
tip-attribution-background = Use the tip, do not name me
tip-attribution-background-hint = No name and nothing else that tells who you are.
tip-attribution-named = You may name me
tip-attribution-named-hint = The newsroom asks you first all the same.
tip-attribution-off-record = For the newsroom to know only
tip-attribution-off-record-hint = It is not published. The newsroom may look for another source.
tip-field-chat-file = WhatsApp chat (optional)
tip-field-chat-file-hint = In WhatsApp: open the chat, choose Export chat without media, then choose its file here (.txt or .zip).
tip-field-chat = The chat that will be sent
tip-field-chat-hint = Telephone numbers are covered. Look through it and take out lines that are not needed or that tell who you are.
tip-chat-heading = The chat that was sent
tip-chat-read = The chat was read: { $n_text } messages. Look through it, then send.
tip-chat-left-out = { $n_text } older messages were left out.
tip-share-draft = Make it a draft of mine, not a tip
error-chat-large = This chat's file is too large. Export it again without media.
error-chat-broken = This chat's file cannot be read. Export it from WhatsApp again, without media.
error-chat-none = There is no message in this file that can be read. Export it from WhatsApp again, without media.
tip-send = Send the tip
tip-follow-link = See a tip that I sent
tip-follow-heading = See my tip
tip-follow-intro = Type the number and the code that you got when you sent it.
tip-follow-open = Open
tip-field-number = Number
tip-field-number-hint = For example K-261124-7KQ2M
tip-field-code = Code
tip-field-code-hint = Five groups of letters and digits
tip-card = Tip { $number }
tip-keep-heading = Keep this number and this code
tip-keep-text = With both, or with the address of this page, you read the newsroom's answer. We cannot give them to you again. Do not give them to others.
tip-next-heading = What happens next
tip-next-received = An editor reads your tip. Come back to this page in a few days: there may be a question for you.
tip-next-asked = The newsroom has a question. Read it below and answer.
tip-next-closed = This tip is closed: { $reason }
tip-state-received = Waits for the newsroom
tip-state-asked = Waits for the sender
tip-state-closed = Closed
tip-steps-heading = The talk so far
tip-step-received = The tip was sent
tip-step-asked = The newsroom asked
tip-step-completed = The sender added
tip-step-answered = The newsroom answered
tip-step-closed = The tip was closed
tip-step-noted = Note for the newsroom
tip-by-desk = Newsroom
tip-by-sender = Sender
tip-complete = Add something
tip-complete-asked = Answer the newsroom
tip-complete-send = Send
tip-yours-heading = Your tip
tip-meta-sent = Sent
tip-meta-area = Area
tip-meta-happened = When
tip-meta-attribution = Naming
tip-desk = Desk for tips
tip-desk-intro = Tips and how to reach their senders are kept locked. Copy no more of them elsewhere than you must.
tip-desk-none = There are no tips here.
tip-filter = Filter tips
tip-sent-heading = What was sent
tip-reach = How to reach the sender:
tip-reach-none = not told; only through this page
tip-draft-heading = Make a draft of it
tip-draft-text = A new draft begins with the words of this tip and is linked with it. Take out everything that could tell who sent it. Pictures and recordings do not come along.
tip-draft-begin = Begin a draft
tip-draft-link = Open the draft that was begun
tip-deed-heading = What you do
tip-field-step = What you do
tip-deed-asked = Ask the sender
tip-deed-asked-hint = The sender reads it with number and code.
tip-deed-answered = Answer the sender
tip-deed-answered-hint = The sender reads it; the tip goes on waiting.
tip-deed-closed = Close the tip
tip-deed-closed-hint = Choose the reason; the sender reads it.
tip-deed-noted = Note for the newsroom
tip-deed-noted-hint = The sender does not read it.
tip-field-reason = Why it is closed
tip-field-reason-hint = Only when the tip is closed.
tip-reason-used = it has become a story
tip-reason-not-proven = it cannot be proven
tip-reason-not-public = it is no public matter
tip-reason-passed-on = it was passed on to those in charge, without anything about the sender
tip-reason-known = the newsroom knew it already
tip-reason-no-answer = the sender did not answer
tip-field-words = Words
tip-deed-send = Save
error-tip-form = This page has been open for a long time. Load it again, then send.
error-tip-code = The number or the code does not match. Check both.
error-tip-reason = Choose why the tip is closed.
refusal-tips-full = There are too many tips that we have not read yet. Try again in a few days, or reach the newsroom through the page Contact.
refusal-tip-area = This tip comes from outside your beat.
refusal-tip-step = This tip has just changed. Open its page again.
refusal-tip-steps = This talk has become too long. Send a new tip.
notice-tip-sent = We have received your tip. Keep the number and the code.
notice-tip-noted = It has been saved.

## Informants
informant-desk = Protected sources
informant-intro = Only the keepers named on a record know that it is there. Each time a record is opened, name and time are noted.
informant-new = Record a source
informant-new-intro = Write no more than is needed. Everything is locked, and only the keepers named on this record can open it. Journalists' code of ethics, article 7: who and where a source is is protected, and the family too.
informant-none = No record names you as its keeper.
informant-of = Source for { $path }
informant-was-erased = The contents of this record were erased.
informant-heading = Record of a source
informant-closed = This record is locked
informant-open-text = When you open it, your name and the time are noted and seen by the other keepers.
informant-open = Open the record
informant-opened = Do not copy, do not share
informant-change = Change the record
informant-save = Save it locked
informant-field-about = Draft or story
informant-field-about-hint = Copy the address of its page, such as /naskah/… or /tulisan/…
informant-field-attribution = How it may be used
informant-attribution-named = By name
informant-attribution-named-hint = The source agrees to be named.
informant-attribution-background = Background
informant-attribution-background-hint = What was told may be used without saying who told it.
informant-attribution-off-record = Off the record
informant-attribution-off-record-hint = For the newsroom to know only.
informant-attribution-embargo = Embargo until
informant-attribution-embargo-hint = Not to be published before the day that was agreed.
informant-field-until = The day the embargo ends
informant-field-until-hint = For an embargo only.
informant-embargo-passed = The embargo is over
informant-field-name = Name of the source
informant-field-name-hint = It may be a cover name that you share.
informant-field-contact = How to reach them (optional)
informant-field-notes = Notes (optional)
informant-field-notes-hint = Why they are protected, what was agreed, how they know.
informant-keepers = Keepers
informant-field-keeper = Another keeper
informant-field-keeper-hint = Full name of an account that holds the role Source keeper already. Tell the person yourself: we send no letter.
informant-name-keeper = Add the keeper
informant-keeper-gone = An account that has ended
informant-readings = Who opened and changed it
informant-act-recorded = Recorded it
informant-act-opened = Opened it
informant-act-changed = Changed it
informant-act-named = Added a keeper
informant-act-erased = Erased its contents
informant-erase = Erase the contents
informant-erase-text = Everything in the record is gone for good and cannot be brought back. Only the list of who opened it stays. Older backups still hold the contents, locked.
informant-cancel = Cancel
error-informant-about = Type the address of a draft or a story of this site.
error-informant-day = Choose the day on which the embargo ends.
error-informant-keeper = There is no source keeper of that name. The administrator grants the role.
error-informant-many = There are several source keepers of that name.
refusal-informant-changed = Another keeper has just changed this record. Open it again and repeat your change.
notice-informant-recorded = The record was saved, locked.
notice-informant-changed = The change was saved, locked.
notice-informant-named = The keeper was added.
notice-informant-erased = The contents were erased.

## Surveys
surveys-menu = Surveys
surveys-heading = Service surveys
surveys-intro = What residents say about a service. Every survey asks the same nine things, and its result is shown in full.
surveys-desk = Survey desk
surveys-of = Surveys about { $name }
surveys-all = See all surveys
surveys-none = No surveys here yet.
surveys-pages = Pages of the survey list
surveys-newest = Newest
surveys-older = Older
surveys-desk-none = There are no surveys that you look after.
surveys-desk-caption = Surveys that you look after
survey-place = Where you are
survey-round = Survey
survey-agency = Public body
survey-provider = Kind
survey-state = State
survey-provider-own = Public satisfaction survey (SKM)
survey-provider-own-note = This survey was made by the body that provides the service.
survey-provider-citizens = Residents' survey (SKM method)
survey-provider-citizens-note = This survey was made by residents with the SKM method, not by the body. It is not an official SKM.
survey-state-draft = Draft
survey-state-open = Open
survey-state-closed = Closed, not published yet
survey-state-published = Published
survey-of-service = Service: { $service }
survey-summary = { $value } out of 100: { $grade }. Index { $index } out of 4. People who answered: { $count }.
survey-period = { $from } to { $to }
survey-answered = People who have answered so far: { $count }.
survey-needed = People needed: { $needed }.
survey-answered-of = People who answered: { $count }. At least { $needed } of the { $population } people who use this service are needed.
survey-too-few = There are fewer answers than needed, so this result does not yet speak for everyone.
survey-not-yet = The result is shown once the survey is closed and published.
survey-invitation = Have you used this service? Fill in this survey. You need no account and no name.
survey-fill = Fill in the survey
survey-fill-title = Fill in: { $title }
survey-paper-title = Copy from paper: { $title }
survey-index = Index { $index } out of 4.
survey-weakest = What most needs improving
survey-elements = Average mark of each element, lowest first
survey-scale = A full bar means 4, the highest mark.
survey-picture = Lowest: { $low } ({ $low_value }). Highest: { $high } ({ $high_value }).
survey-rank = Rank
survey-element = Element
survey-code = Printed code
survey-average = Average
survey-weighted = Weighted
survey-trust = Residents' trust
survey-trust-short = Trust (1-4)
survey-of-four = { $value } out of 4.
survey-trust-of = People who answered: { $count }. This question is not part of the index.
survey-groups = By group
survey-groups-rule = { $n ->
    [one] Groups of fewer than one person are not shown, so that nobody's answers can be guessed.
   *[other] Groups of fewer than { $n_text } people are not shown, so that nobody's answers can be guessed.
}
survey-groups-rest = { $n ->
    [one] one person in other groups that are not shown
   *[other] { $n_text } people in other groups that are not shown
}
survey-group = Group
survey-respondents = People
survey-value = Value (25-100)
survey-grade = Grade
survey-grade-a = A, very good
survey-grade-b = B, good
survey-grade-c = C, rather poor
survey-grade-d = D, poor
survey-trend = The same service over time
survey-trend-scale = Scale of the picture: 25 (lowest) to 100 (highest).
survey-until = until { $day }
survey-how = How this is calculated
survey-how-text = Each element is marked from 1 to 4. The average of each element is multiplied by its weight, and the results are added up to the index. The index is multiplied by 25 and rounded to two decimals. A begins at 88.31, B at 76.61, C at 65.00.
survey-weight-exact = Each element has a weight of exactly 1/9.
survey-weight-0-111 = Each element has a weight of 0.111, as in older reports.
survey-weight-0-11 = Each element has a weight of 0.11, as in older reports.
survey-not-prevented = We limit repeated answers from one network. We cannot stop the same person from answering again from another network, and we do not check who answers.
survey-basis = Basis:
survey-source = Source:
survey-unverified = The wording of questions and answers has not been compared with the official text.
survey-fill-intro = Nine questions, about three minutes. We do not ask for your name, phone number or account. Only your answers and their date are kept.
survey-optional = Optional
survey-trust-question = How far do you trust this office to serve residents honestly?
survey-trust-hint = This answer is not part of the index.
survey-trust-1 = Not at all
survey-trust-2 = Not much
survey-trust-3 = I trust it
survey-trust-4 = I trust it a lot
survey-about-intro = { $n ->
    [one] The questions below help to see who is served. Results are shown only for groups of { $n_text } person or more.
   *[other] The questions below help to see who is served. Results are shown only for groups of { $n_text } people or more.
}
survey-not-said = Not stated
survey-about-sex = Sex
survey-sex-female = Female
survey-sex-male = Male
survey-sex-unsaid = Prefer not to say
survey-about-age = Age
survey-age-under-18 = Under 18
survey-age-18-29 = 18 to 29
survey-age-30-44 = 30 to 44
survey-age-45-59 = 45 to 59
survey-age-60-up = 60 and older
survey-about-education = Highest level of school completed
survey-education-none = Did not finish primary school
survey-education-sd = Primary school
survey-education-smp = Junior secondary school
survey-education-sma = Senior secondary school
survey-education-s1 = Bachelor's degree
survey-education-s2 = Master's degree or doctorate
survey-about-occupation = Occupation
survey-occupation-pns = Civil servant
survey-occupation-tni = Armed forces
survey-occupation-polri = Police
survey-occupation-swasta = Employee of a private company
survey-occupation-wirausaha = Self-employed
survey-occupation-other = Other
survey-about-slot = When you were served
survey-slot-morning = 08:00 to 12:00
survey-slot-afternoon = 13:00 to 17:00
survey-slot-other = At another hour
survey-about-kind = Service you received
survey-send = Send answers
survey-save-next = Save and enter the next one
survey-paper-intro = Copy one paper sheet, save it, then go on to the next. Enter exactly what the resident wrote.
survey-back = Back to this survey
survey-add = Create a survey
survey-change = Change the draft
survey-correct = Correct the details
survey-correct-intro = While a survey runs, its questions cannot be changed. You can correct the title, the last day and the number of people who use the service. The earlier details stay on record.
survey-discard-heading = This draft is not needed?
survey-discard-about = A deleted draft is gone. It holds no answers yet.
survey-discard = Delete the draft
survey-take-back = Take back the last sheet
survey-take-back-about = A slip on the sheet you have just saved?
survey-edit-intro = A survey begins as a draft. Once it is open, only the title, the last day and the number of users can be corrected.
survey-save = Save
survey-cancel = Cancel
survey-choose = Choose
survey-service-other = Another service (write it below)
survey-field-title = Title
survey-field-title-hint = For example: Birth certificate survey, second half of 2026.
survey-field-agency = Public body
survey-field-agency-hint = The body whose service is asked about.
survey-field-provider = Who asks
survey-field-provider-hint = Only a survey by the provider itself is called SKM.
survey-field-service-id = Service
survey-field-service = Name of the service
survey-field-service-hint = Write it if the service is not yet in the list of the public body.
survey-field-kinds = Kinds of service to choose from (optional)
survey-field-kinds-hint = One kind per line, 12 at most.
survey-field-from = From
survey-field-to = To
survey-field-population = Number of users (optional)
survey-field-population-hint = How many people use the service during the survey. From this we work out how many need to answer.
survey-field-weight = Weight
survey-field-weight-hint = Choose exactly 1/9, unless you are copying an old report.
survey-field-table = Table
survey-field-table-hint = Paste the contents of a CSV file. Its first line holds the names of the columns.
survey-paper = Copy from paper
survey-import = Bring in a table of answers
survey-import-intro = Correct lines are saved. Wrong lines are listed with their number and the reason. Fill in the column key, so that the same table is not counted twice. Known columns:
survey-bring-in = Bring in
survey-imported = Lines taken in: { $added }. Lines already here: { $known }.
survey-rejected = { $n ->
    [one] { $n_text } line was not accepted
   *[other] { $n_text } lines were not accepted
}
survey-line = Line
survey-reason = Reason
survey-page = See the page as readers do
survey-history = What happened to this survey
survey-do-open = Open the survey
survey-do-open-note = Once it is open, residents can fill it in and its questions cannot be changed.
survey-do-closed = Close the survey
survey-do-closed-note = Once it is closed, no more answers are accepted. Copy all paper sheets first.
survey-do-published = Publish the result
survey-do-published-note = Everyone can see the result, and it cannot be changed.
survey-step-published = { $agency }: the result of the survey on "{ $service }" was published.
survey-step-before = Previous survey: value { $value }.
survey-step-open = { $agency }: a survey on "{ $service }" is open.
survey-element-persyaratan = Requirements
survey-element-prosedur = System, mechanism and procedures
survey-element-waktu = Time it takes
survey-element-biaya = Cost or fee
survey-element-produk = Result of the service
survey-element-kompetensi = Competence of staff
survey-element-perilaku = Conduct of staff
survey-element-pengaduan = Handling of complaints and suggestions
survey-element-sarana = Premises and equipment
survey-question-persyaratan = Do the requirements suit the kind of service?
survey-question-prosedur = Is the procedure easy?
survey-question-waktu = Is the service quick?
survey-question-biaya = Is the cost fair?
survey-question-produk = Does what you received match what was promised?
survey-question-kompetensi = Are the staff competent?
survey-question-perilaku = Are the staff polite and friendly?
survey-question-pengaduan = How are complaints and suggestions handled?
survey-question-sarana = What state are the premises and the equipment in?
survey-answer-persyaratan-1 = They do not suit
survey-answer-persyaratan-2 = They do not quite suit
survey-answer-persyaratan-3 = They suit
survey-answer-persyaratan-4 = They suit very well
survey-answer-prosedur-1 = Not easy
survey-answer-prosedur-2 = Not very easy
survey-answer-prosedur-3 = Easy
survey-answer-prosedur-4 = Very easy
survey-answer-waktu-1 = Not quick
survey-answer-waktu-2 = Not very quick
survey-answer-waktu-3 = Quick
survey-answer-waktu-4 = Very quick
survey-answer-biaya-1 = Very expensive
survey-answer-biaya-2 = Rather expensive
survey-answer-biaya-3 = Cheap
survey-answer-biaya-4 = Free
survey-answer-produk-1 = No
survey-answer-produk-2 = Not quite
survey-answer-produk-3 = Yes
survey-answer-produk-4 = Yes, fully
survey-answer-kompetensi-1 = Not competent
survey-answer-kompetensi-2 = Not very competent
survey-answer-kompetensi-3 = Competent
survey-answer-kompetensi-4 = Very competent
survey-answer-perilaku-1 = Not polite and friendly
survey-answer-perilaku-2 = Not very polite and friendly
survey-answer-perilaku-3 = Polite and friendly
survey-answer-perilaku-4 = Very polite and friendly
survey-answer-pengaduan-1 = There is nowhere to complain
survey-answer-pengaduan-2 = There is, but it does not work
survey-answer-pengaduan-3 = It works, but could be better
survey-answer-pengaduan-4 = It is well run
survey-answer-sarana-1 = Bad
survey-answer-sarana-2 = Fair
survey-answer-sarana-3 = Good
survey-answer-sarana-4 = Very good
error-survey-choose = Choose one.
error-survey-day = Enter the date.
error-survey-to = The last day cannot come before the first.
error-survey-population = Enter a whole number, for example 1200.
error-survey-kinds = 12 lines at most, of 80 characters at most each.
error-survey-mark = Enter 1, 2, 3 or 4.
error-survey-mark-missing = Choose one answer to this question.
error-survey-option = This choice is not in the list of this survey.
error-survey-key = The column key has 60 characters at most.
error-survey-lines = A table holds 5,000 lines at most. Send the rest as another table.
error-survey-header = The first line must hold all nine elements and only known column names, each once.
refusal-survey-closed = This survey is not taking answers now. See its first and last day on the page of the survey.
refusal-survey-full = This survey is full.
refusal-survey-state = The state of this survey has changed. Load the page again.
refusal-survey-few = The result cannot be published yet: at least five answers are needed, so that nobody's answers can be guessed.
refusal-survey-no-sheet = That sheet has been taken back already, or somebody else typed it.
notice-survey-filled = Thank you. Your answers have been saved.
notice-survey-typed = The sheet has been saved. Enter the next one.
notice-survey-taken-back = The last sheet has been taken back. Type it again.
notice-survey-corrected = The details of the survey have been corrected.
notice-survey-discarded = The draft has been deleted.
notice-survey-added = The draft has been saved.
notice-survey-changed = The changes to the draft have been saved.
notice-survey-opened = The survey is now open.
notice-survey-closed = The survey is now closed.
notice-survey-published = The result has been published.

## Reporters (features/reporters)

reporters-heading = Our reporters
reporters-intro = They are residents who were trained and recommended. Each reporter has a card that you can check here.
reporters-caption = Reporters whose card is valid today
reporters-none = There is no reporter with a valid card yet.
reporters-more = More reporters
reporters-become = Would you like to write for your neighbours?
reporter-name = Name
reporter-number = Card number
reporter-card = Press card
reporter-card-of = Press card: { $name }
reporter-card-check = What this card is worth at
reporter-find = Check a card number
reporter-find-send = Check
reporter-unknown = There is no card with the number { $number }. Check the digits again. If somebody uses such a card, tell us.
reporter-no-money-heading = A reporter takes no money
reporter-no-money = A reporter may not ask for money, goods or promises because of a story, and may not take any.
reporter-complain = Somebody asked you for money, threatened you, or used our name? Tell the newsroom:
reporter-works = Stories
reporter-until = valid until { $day }
reporter-valid-until = Valid until
reporter-was-valid-until = Was valid until
reporter-invalid-candidate = This card is not valid yet.
reporter-invalid-trained = This card is not valid yet.
reporter-invalid-recommended = This card is not valid yet.
reporter-invalid-inactive = This card has not been valid since { $day }: a year without a published story.
reporter-invalid-left = This card has not been valid since { $day }: this reporter left.
reporter-invalid-withdrawn = This card has not been valid since { $day }: the chief editor withdrew it.
reporter-state-candidate = Candidate
reporter-state-trained = Trained
reporter-state-recommended = Recommended
reporter-state-active = Active reporter
reporter-state-inactive = Inactive
reporter-state-left = Left
reporter-state-withdrawn = Withdrawn
reporter-next-candidate = You are a candidate. Next: a training. The editor of your area will tell you when and where.
reporter-next-trained = You were trained. Next: a recommendation by the editor of your area, or by two active reporters.
reporter-next-recommended = You were recommended. Next: an editor gives you the press card.
reporter-next-active = Your card is valid for a year from your last published story.
reporter-next-inactive = For a year no story of yours was published, so your card is not valid. It is valid again once your next story is published.
reporter-next-left = You are a reporter no more. You may apply again.
reporter-next-withdrawn = The chief editor withdrew your card. The reason stands below. You may apply again.
reporter-own = Becoming a reporter
reporter-own-intro = Reporters write for their neighbours without pay. The way: apply, be trained, be recommended, then get the card. You may send stories without being a reporter, too.
reporter-apply = Apply to become a reporter
reporter-save = Save
reporter-retell = What editors need to know
reporter-agrees = I have read and agree to the
reporter-version = version { $n }
reporter-field-area = Area of reporting
reporter-field-outlet = Community medium
reporter-field-outlet-optional = Community medium (may be left empty)
reporter-no-outlet = With no medium
reporter-field-why = Why do you want to be a reporter?
reporter-field-why-hint = A few sentences. The editor of your area reads them.
reporter-field-interests = Interests that may stand in the way
reporter-field-interests-hint = Offices, businesses, parties or family that you might report about. Write "none" if there are none. Only editors read it.
reporter-leave = Stop being a reporter
reporter-leave-what = Your card is valid no more, and its page will say so. Your stories stay. You may apply again at any time.
reporter-field-farewell = Reason (may be left empty)
reporter-sure = Yes, I stop
error-reporter-sure = Tick this box first if you really want to stop.
error-reporter-area = Choose your area of reporting. Type the name of an area, then press "Find area".
error-reporter-words = Too long. Shorten it to 1,000 letters at most.
reporter-desk = Reporters' desk
reporter-desk-none = Nobody stands here.
reporter-filter = Filter by state
reporter-vouches = { $n ->
    [one] { $n } reporter's recommendation
   *[other] { $n } reporters' recommendations
  }
reporter-steps = The way so far
reporter-by-rule = The rule of one year
reporter-deed-heading = The next step
reporter-field-step = Step
reporter-field-words = Reason or note
reporter-field-words-hint = Needed for everything but giving the card. The person can read it, except notes.
reporter-deed-send = Record this step
reporter-deed-trained = Trained
reporter-deed-trained-hint = Say which training, when, and by whom.
reporter-deed-recommended = Recommend
reporter-deed-recommended-hint = One of an editor of the area is enough, or two of active reporters.
reporter-deed-activated = Give the press card
reporter-deed-activated-hint = It is valid from today, for a year.
reporter-deed-noted = Note
reporter-deed-noted-hint = Read by editors only.
reporter-deed-withdrawn = Withdraw
reporter-deed-withdrawn-hint = The card is valid no more. The person and editors read the reason.
reporter-step-applied = Applied
reporter-step-trained = Trained
reporter-step-vouched = Recommended by one reporter
reporter-step-recommended = Recommended
reporter-step-activated = Got the card
reporter-step-lapsed = Inactive: a year without a published story
reporter-step-revived = Active again: a story was published
reporter-step-changed = Told anew
reporter-step-left = Left
reporter-step-withdrawn = Withdrawn
reporter-step-noted = Note
trainings-heading = Trainings of reporters
trainings-intro = Our reporters come from trainings. Candidates may join a training in any area.
trainings-none = There is no training yet.
training-desk = Trainings' desk
training-new = Call a training
training-edit = Change the training
training-title = Name of the training
training-days = Days
training-first-day = First day
training-last-day = Last day (may be left empty)
training-area = Area
training-place = Place
training-place-hint = The house or the address, as people say it.
training-organiser = Organiser
training-curriculum = What is learned
training-curriculum-hint = What is learned, day by day. A # at the beginning of a line makes a heading, a - makes a list.
training-open = Open
training-over = Waits to be closed
training-closed = Done
training-people = { $n ->
    [one] { $n } participant
   *[other] { $n } participants
  }
training-active = { $n ->
    [one] { $n } active reporter today
   *[other] { $n } active reporters today
  }
training-participants = Participants
training-nobody = Nobody is on the list yet.
training-attended = Was there
training-who-came = Who was there?
training-close-what = Candidates who were there become "trained" and are told by mail. A training that is closed cannot be opened again.
training-sure = Yes, this list is right
training-close = Close the training
training-invite = Add candidates
training-invite-send = Add those ticked
training-join = I come to this training
training-drop = I do not come after all
training-you-come = You are on the list.
training-apply-first = Would you like to come? Apply to become a candidate first.
error-training-area = Choose the area. Type the name of an area, then press "Find area".
error-training-not-yours = You are not an editor of this area.
error-training-day = Write the day like 2026-11-28.
error-training-order = The last day may not come before the first, and a training takes 31 days at most.
error-training-sure = Check the list, then tick this box.
refusal-training-area = This training is in an area that you do not edit.
refusal-training-closed = This training is closed.
refusal-training-early = This training has not begun, so it cannot be closed.
refusal-training-candidates = This training is for candidates. Apply first, on the page Becoming a reporter.
notice-training-called = The training is called. Add the candidates who come.
notice-training-saved = The training is changed.
notice-training-invited = The participants are added.
notice-training-closed = The training is closed. Candidates who were there are trained now.
notice-training-joined = You are on the list.
notice-training-dropped = You are no longer on the list.
refusal-reporter-deed = This step is not yours: editors of the area take it, or active reporters who recommend. Nobody decides about themselves.
refusal-reporter-step = It has changed meanwhile. Open the page again.
refusal-reporter-vouched = You recommended this person already.
refusal-reporter-applied = You have applied already.
notice-reporter-applied = Your application has arrived. The editor of your area will tell you about the training.
notice-reporter-saved = Saved.
notice-reporter-left = You are a reporter no more. Thank you.
notice-reporter-noted = The step is recorded.
reporter-letter-subject = Reporter of { $house }: { $state }
reporter-letter =
    Where you stand as a reporter of { $house } now: { $state }.

    { $next }

    Reason or note: { $why }

    More: { $link }
