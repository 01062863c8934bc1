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
