### Kalimat antarmuka dalam bahasa Indonesia. Satu berkas untuk satu bahasa; kuncinya sama di semua berkas.

## base: kerangka halaman
language-name-id = Bahasa Indonesia
language-name-en = English
skip-to-content = Langsung ke isi
report-a-problem = Laporkan masalah
send-a-story = Kirim tulisan
search = Cari
search-in = Cari di { $house }
sections = Rubrik
menu-front = Depan
menu-account = Akun saya
menu-moderation = Meja moderasi
menu-administration = Pengelolaan
sign-in = Masuk
sign-out = Keluar
menu-all = Menu
menu-all-parts = Semua bagian
footer-areas = Daerah
footer-outlets = Media komunitas
footer-archive = Arsip
footer-moderation-log = Catatan moderasi
about-us = Tentang kami
page-redaksi = Redaksi
page-pedoman = Pedoman
page-syarat = Syarat
page-privasi = Privasi
page-piagam = Piagam
page-kontak = Kontak
page-time = Halaman ini dibuat dalam { $seconds } detik.
byline = Oleh { $names }
comment-count = { $n_text } komentar
to-the-front-page = Ke halaman depan
weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu
month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember
ago-now = baru saja
ago-minutes = { $n_text } menit yang lalu
ago-hours = { $n_text } jam yang lalu
ago-days = { $n_text } hari yang lalu

## base: penolakan dan kesalahan
error-number-kick = Kode { $n }
not-found-heading = Halaman ini tidak ada
not-found-text = Mungkin alamatnya salah ketik, atau halamannya sudah pindah. Coba cari dari halaman depan.
gone-heading = Halaman ini sudah dihapus
gone-text = Dulu ada tulisan di sini. Sekarang sudah tidak ada lagi.
sign-in-first-heading = Silakan masuk dulu
sign-in-first-text = Halaman ini hanya untuk anggota. Masuk dulu, lalu lanjutkan.
not-allowed-heading = Halaman ini tidak terbuka untuk Anda
refusal-role = Halaman ini hanya untuk petugas tertentu. Kalau menurut Anda ini keliru, hubungi redaksi.
refusal-not-yours = Ini bukan milik Anda, jadi Anda tidak dapat mengubahnya.
refusal-cross-site = Formulir ini dikirim dari situs lain, jadi tidak kami terima. Buka halamannya di sini, lalu kirim lagi.
invalid-heading = Isian perlu diperbaiki
invalid-text = Ada isian yang belum benar. Kembali ke halaman sebelumnya, perbaiki, lalu kirim lagi.
conflict-heading = Keadaannya sudah berubah
too-many-heading = Terlalu banyak sekaligus
too-many-text = Mohon tunggu { $n_text } detik, lalu coba lagi. Tulisan Anda tidak hilang: tekan tombol kembali.
too-large-heading = Kiriman terlalu besar
too-large-text = Paling besar { $n_text } kilobita. Kecilkan atau pendekkan isinya, lalu kirim lagi.
malformed-heading = Kiriman tidak terbaca
refusal-broken-text = Ada huruf yang rusak dalam kiriman ini. Ketik ulang bagian yang aneh, lalu kirim lagi.
refusal-not-a-form = Kiriman ini bukan dari formulir situs ini. Buka halamannya di sini, lalu kirim lagi.
refusal-cut-off = Kiriman terputus di tengah jalan. Coba kirim lagi.
fault-heading = Ada yang rusak di pihak kami
fault-text = Bukan salah Anda. Tunggu sebentar, lalu coba lagi. Kalau tetap begini, sebutkan nomor ini kepada redaksi: { $number }
errors-heading = { $n } isian perlu diperbaiki
error-empty = Bagian ini belum diisi.
error-too-long = Terlalu panjang: { $got } huruf, paling banyak { $max }.
error-number = Tulis dengan angka.
parked-heading = Lanjutkan kiriman Anda
parked-text = Tulisan Anda kami simpan. Periksa sekali lagi, lalu kirim.
parked-send = Kirim sekarang
notice-saved = Tulisan Anda kami simpan. Masuk dulu, lalu kirim.

## media: gambar
error-picture-format = Berkas ini bukan gambar JPEG atau WebP yang utuh. Pilih berkas lain.
error-picture-sides = Ukuran gambar ini tidak cocok atau terlalu lebar. Kecilkan dulu, lalu kirim lagi.
error-picture-too-large = Berkas gambar ini terlalu besar. Kecilkan dulu, lalu kirim lagi.
error-picture-metadata = Gambar ini masih memuat data kamera atau tempat. Buang dulu data itu, lalu kirim lagi.

## comments: komentar
comments-heading = Komentar ({ $n_text })
comments-pages = Halaman komentar
comments-more = Komentar berikutnya ({ $n_text })
comments-closed = Komentar untuk tulisan ini sudah ditutup.
comments-none = Belum ada komentar pada tulisan ini. Silakan menjadi komentator pertama dengan mengisi formulir
comments-none-beside = di samping
comments-none-below = di bawah
comments-none-here = Belum ada komentar. Silakan menjadi komentator pertama.
comments-latest = Komentar terbaru
comments-on = Komentar pada
comments-on-title = Komentar pada { $title }
comments-earlier = Sebelumnya
comments-later = Berikutnya
comment-write = Tulis komentar
comment-yours = Komentar Anda
comment-answer-to = Balasan untuk { $name }
comment-text-hint = Paling banyak { $n_text } huruf. Komentar tampil dengan nama Anda.
comment-sign-in-hint = Tulis dulu; Anda diminta masuk saat mengirim, dan tulisan Anda tidak hilang.
comment-send = Kirim komentar
comment-send-answer = Kirim balasan
comment-answer = Balas
comment-edit = Ubah
comment-editable-until = sampai { $time }
comment-withdraw = Tarik komentar
comment-flag = Tandai
comment-earlier-texts = Lihat teks sebelumnya
comment-see-log = Lihat catatan moderasi
comment-only-you = Hanya Anda yang masih melihat teks ini:
comment-date-unknown = tanggal tidak diketahui
comment-badge-waiting = Menunggu moderator
comment-badge-edited = Disunting
comment-answers-earlier = membalas komentar ini
comment-by-someone = Seorang anggota
comment-hidden-on = Komentar ini disembunyikan moderator pada { $day }. Alasannya: { $reason }.
comment-withdrawn-on = Komentar ini ditarik penulisnya pada { $day }.
comment-under = pada
comment-card-title = Komentar pada { $title }
comment-edit-heading = Ubah komentar Anda
comment-edit-text = Anda dapat mengubahnya sampai { $time }. Teks sebelumnya tetap kami simpan.
comment-save = Simpan perubahan
comment-cancel = Batal
comment-back = Kembali ke komentar
comment-withdraw-heading = Tarik komentar Anda?
comment-withdraw-text = Teksnya tidak tampil lagi. Tempatnya tetap ada dengan tulisan "ditarik penulisnya", dan balasan orang lain tetap tampil. Anda tidak dapat membatalkannya.
comment-withdraw-now = Tarik komentar
comment-editions-heading = Teks sebelum disunting
comment-editions-text = Halaman ini hanya untuk penulis komentar dan moderator.
comment-edition-until = Sampai
error-comment-answered-gone = Komentar yang Anda balas sudah tidak tampil. Tulisan Anda masih ada di sini: kirim lagi sebagai komentar biasa.
error-comment-window = Waktu untuk mengubah komentar ini sudah lewat. Anda masih dapat menariknya, lalu menulis yang baru.
refusal-comment-changed = Komentar ini baru saja berubah. Buka lagi halamannya untuk melihat keadaannya sekarang.
notice-comment-shown = Komentar Anda sudah tampil.
notice-comment-waits = Komentar Anda kami terima. Moderator memeriksanya dulu; sebelum itu hanya Anda yang melihatnya.
notice-comment-edited = Perubahan Anda sudah disimpan.
notice-comment-withdrawn = Komentar Anda sudah ditarik.
offence-lie = berita bohong
offence-slander = fitnah
offence-cruel = isi yang sadis
offence-obscene = isi cabul
offence-hatred = menyebarkan kebencian terhadap suku, agama, ras, atau golongan
offence-violence = mengajak berbuat kekerasan
offence-degrading = merendahkan orang karena jenis kelamin, bahasa, kemiskinan, penyakit, atau disabilitas
offence-personal-data = membuka data pribadi orang
offence-child = membuka identitas anak
offence-advertising = iklan
offence-other = alasan lain

## house: halaman rumah dan pengelolaan
house-place = Letak halaman
house-old-version = Anda membaca versi lama, yaitu versi { $n }.
house-to-newest = Baca versi yang berlaku
house-behind = Teks ini terjemahan, dan lebih lama daripada versi bahasa Indonesia yang mengikat.
house-to-binding = Baca versi bahasa Indonesia
house-not-translated = Halaman ini belum ada dalam bahasa ini, jadi ditampilkan dalam bahasa lain.
house-responsible = Penanggung jawab
house-nobody-named = Penanggung jawab belum disebut namanya. Pasal 12 Undang-Undang Pers meminta nama, alamat, dan penanggung jawab diumumkan terbuka. Pengelola situs perlu mengisinya.
house-version = Versi { $n }
house-edit-this = Ubah halaman ini
house-all-versions = Semua versi
house-default-text = Teks bawaan
house-pages-intro = Setiap kali disimpan, halaman mendapat versi baru. Versi lama tetap dapat dibaca.
house-pages-caption = Halaman menurut bahasa
house-page = Halaman
house-language = Bahasa
house-newest-version = Versi terbaru
house-state = Keadaan
house-written = Sudah ditulis
house-none-yet = Belum ada
house-empty = Kosong
house-edit-heading = Ubah { $page }
house-edit-binding = Naskah bahasa Indonesia inilah yang mengikat. Kalau disimpan, semua anggota diminta menyetujui lagi sebelum mengirim tulisan.
house-edit-intro = Kalau disimpan, teks ini menjadi versi baru dan langsung tampil. Versi sebelumnya tetap dapat dibaca.
house-see-newest = Lihat versi yang baru
house-preview = Pratinjau, belum disimpan
house-field-title = Judul
house-field-description = Ringkasan
house-field-description-hint = Satu kalimat untuk mesin pencari dan tautan.
house-field-responsible = Nama penanggung jawab
house-field-responsible-hint = Nama lengkap orang yang bertanggung jawab atas semua yang terbit. Wajib menurut Pasal 12 Undang-Undang Pers.
house-field-body = Isi
house-field-body-hint = Beri baris kosong di antara alinea. Tulis ## di depan subjudul, - di depan butir, **tebal**, *miring*, [kata](alamat) untuk tautan.
house-field-why = Alasan perubahan
house-field-why-hint = Pembaca melihat alasan ini di daftar versi.
house-save = Simpan versi baru
house-show-preview = Lihat dulu
house-dead-jobs = { $n } pekerjaan berhenti karena gagal.
house-look-at-jobs = Periksa pekerjaan
house-jobs-intro = Surel dan tugas lain dikerjakan di belakang layar. Yang gagal dicoba lagi dengan sendirinya sampai sepuluh kali, lalu berhenti di sini.
house-jobs-dead = Berhenti karena gagal
house-jobs-none-dead = Tidak ada pekerjaan yang gagal.
house-job-attempts = Dicoba { $n } kali
house-job-again = Coba lagi
house-jobs-waiting = Menunggu giliran
house-jobs-none-waiting = Tidak ada pekerjaan yang menunggu.
house-job-kind = Jenis
house-job-due = Dijadwalkan
house-job-tries = Percobaan
house-job-error = Kegagalan terakhir
admin-halaman = Halaman tetap
admin-halaman-about = Redaksi, pedoman, syarat, privasi, kontak.
admin-pekerjaan = Pekerjaan
admin-pekerjaan-about = Surel dan tugas yang menunggu atau gagal.
conflict-house-page = Orang lain lebih dulu menyimpan halaman ini. Tulisan Anda masih ada di bawah dan belum disimpan. Bandingkan dulu, lalu simpan lagi.
conflict-job = Pekerjaan ini sudah berjalan lagi atau sudah selesai.
error-house-name-too-long = Nama ini terlalu panjang.
error-house-why-too-long = Alasan ini terlalu panjang: paling banyak 300 huruf.
notice-house-page-saved = Versi baru sudah disimpan dan tampil di bawah ini.
notice-house-job-revived = Pekerjaan itu dicoba lagi sekarang.

## outlets: media komunitas
outlet-place = Letak halaman
outlets-heading = Media komunitas
outlets-intro = Radio, buletin, situs, majalah dinding, dan televisi milik warga, menurut daerahnya.
outlets-none = Belum ada media komunitas di sini.
outlets-caption = Media yang Anda kelola
outlets-first = Dari awal
outlets-next = Berikutnya
outlet-pages = Halaman daftar
outlet-newest = Terbaru
outlet-older = Lebih lama
outlet-kind-radio = Radio
outlet-kind-bulletin = Buletin
outlet-kind-web = Situs
outlet-kind-wall = Majalah dinding
outlet-kind-tv = Televisi
outlet-status-air-on-air = Mengudara
outlet-status-air-silent = Sedang senyap
outlet-status-air-closed = Sudah tutup
outlet-status-print-on-air = Terbit
outlet-status-print-silent = Sedang berhenti
outlet-status-print-closed = Sudah tutup
outlet-council-unverified = Belum terverifikasi
outlet-council-administrative = Terverifikasi administratif
outlet-council-factual = Terverifikasi administratif dan faktual
outlet-since = Sejak { $date }.
outlet-silent-days = Sudah { $n_text } hari.
outlet-missing = Belum disebut: { $what }. Pasal 12 Undang-Undang Pers meminta nama, alamat, dan penanggung jawab diumumkan terbuka. Pengelola media ini perlu mengisinya.
outlet-missing-responsible = penanggung jawab
outlet-missing-address = alamat
outlet-told = Dikabarkan
outlet-tell-air = Kabarkan keadaan
outlet-edit = Ubah data media
outlet-add = Tambahkan media
outlet-published = Yang diterbitkan
outlet-nothing-published = Belum ada tulisan dari media ini.
outlet-profile = Tentang media ini
outlet-responsible = Penanggung jawab
outlet-address = Alamat
outlet-reach = Jangkauan
outlet-founded = Berdiri
outlet-network = Jaringan
outlet-legal-form = Badan hukum
outlet-deed = Akta
outlet-council = Dewan Pers
outlet-licence = Lisensi
outlet-earlier = Keadaan sebelumnya
outlet-name = Nama
outlet-kind = Jenis
outlet-status = Keadaan sekarang
outlet-article-12 = Data Pasal 12
outlet-acts = Tindakan
outlet-complete = Lengkap
outlet-incomplete = Belum lengkap
outlet-now = { $name } sekarang:
outlet-field-since = Sejak tanggal (boleh kosong)
outlet-field-since-hint = Pembaca melihat sudah berapa hari.
outlet-field-reason = Sebabnya
outlet-field-reason-hint = Wajib kalau sedang berhenti. Contoh: pemancar tersambar petir.
outlet-save-air = Kabarkan
outlet-cancel = Batal
outlet-form-intro = Nama, alamat, dan penanggung jawab wajib diumumkan menurut Pasal 12 Undang-Undang Pers. Yang lain boleh kosong.
outlet-field-name = Nama media
outlet-field-kind = Jenis media
outlet-field-council = Status di Dewan Pers
outlet-field-responsible = Penanggung jawab
outlet-field-responsible-hint = Nama lengkap satu orang.
outlet-field-address = Alamat
outlet-field-address-hint = Tempat yang dapat didatangi.
outlet-field-about = Tentang media ini (boleh kosong)
outlet-field-frequency = Frekuensi (boleh kosong)
outlet-field-frequency-hint = Untuk radio. Contoh: 107,8 MHz.
outlet-field-reach = Jangkauan (boleh kosong)
outlet-field-reach-hint = Contoh: 2,5 km, atau 250 lembar setiap bulan.
outlet-field-founded = Tanggal berdiri (boleh kosong)
outlet-field-network = Jaringan (boleh kosong)
outlet-field-legal-form = Badan hukum (boleh kosong)
outlet-field-legal-form-hint = Contoh: Perkumpulan, Yayasan, Koperasi. Kalau belum ada, tulis apa adanya.
outlet-field-deed = Nomor akta (boleh kosong)
outlet-field-licence = Lisensi tulisan (boleh kosong)
outlet-field-licence-hint = Contoh: CC BY-NC 4.0.
outlet-save = Simpan
admin-media = Media komunitas
admin-media-about = Data media dan keadaannya sekarang.
error-outlet-taken = Sudah ada media dengan nama ini.
error-outlet-too-long = Isian ini terlalu panjang.
error-outlet-choose = Pilih salah satu.
error-outlet-area = Pilih daerahnya. Ketik nama daerah, lalu tekan "Cari daerah".
error-outlet-date = Tulis tahun, bulan, lalu tanggal, misalnya 2026-11-24.
error-outlet-silent-reason = Tulis sebabnya, supaya pendengar dan pembaca tahu.
notice-outlet-added = Media baru sudah ditambahkan.
notice-outlet-saved = Data media sudah disimpan.
notice-outlet-air-told = Keadaan media ini sudah dikabarkan.

## moderation: menandai dan memutuskan
flag-heading = Tandai isi yang tidak pantas
flag-text = Siapa saja boleh menandai, juga tanpa akun. Moderator memutuskan paling lambat 2 x 24 jam, dan Anda mendapat nomor untuk melihat hasilnya.
flag-reason = Apa yang salah?
flag-words = Penjelasan (boleh kosong)
flag-words-hint = Tulis bagian mana yang salah dan mengapa. Hanya moderator yang membacanya.
flag-email = Alamat surel Anda (boleh kosong)
flag-email-hint = Hanya untuk mengabarkan hasilnya. Sesudah itu alamatnya kami hapus.
flag-send = Kirim tanda
flag-cancel = Batal
flag-have-number = Sudah punya nomor? Lihat hasilnya
flag-outcome-heading = Hasil tanda Anda
flag-number = Nomor { $number }
flag-about = Tentang
flag-received-at = Diterima
flag-decided-at = Diputuskan
flag-due-at = Paling lambat
flag-keep-number = Simpan nomor ini. Dengan nomor ini Anda dapat melihat hasilnya kapan saja.
flag-number-field = Nomor tanda
flag-number-field-hint = Delapan huruf dan angka, misalnya 7KQ2-M9XD.
flag-look = Lihat hasil
flag-state-open = Menunggu
flag-state-open-text = Moderator akan memutuskan paling lambat { $due }.
flag-state-acted = Ditindak
flag-state-acted-text = Moderator sudah memeriksa dan menyembunyikan isi ini. Terima kasih.
flag-state-kept = Tetap tampil
flag-state-kept-text = Moderator sudah memeriksa. Isi ini tidak melanggar aturan, jadi tetap tampil.
error-flag-reason = Pilih apa yang salah.
error-flag-words = Tulis alasan lain itu di kotak penjelasan.
error-flag-email = Tulis alamat surel yang lengkap, misalnya nama@contoh.id.
error-flag-number = Nomor ini tidak kami temukan. Periksa lagi huruf dan angkanya.
notice-flag-received = Terima kasih. Tanda Anda kami terima.
desk-heading = Meja moderasi
desk-filter = Saring
desk-all = Semua ({ $n_text })
desk-waiting = Menunggu ({ $n_text })
desk-flagged = Ditandai ({ $n_text })
desk-empty = Tidak ada yang menunggu. Semua sudah diputuskan.
desk-hidden = Disembunyikan
desk-due = paling lambat
desk-flagged-times = ditandai { $n_text } kali
desk-words = Penjelasan yang menandai
desk-tick = Centang untuk ditayangkan bersama
desk-own = Ini tulisan Anda sendiri. Moderator lain yang memutuskan.
desk-show = Tayangkan
desk-keep = Biarkan tampil
desk-keep-hidden = Biarkan tersembunyi
desk-hide = Sembunyikan
desk-reason = Alasan menyembunyikan
desk-choose = Pilih alasan
desk-show-ticked = Tayangkan semua yang dicentang
due-left-minutes = Sisa { $n_text } menit
due-left-hours = Sisa { $n_text } jam
due-late-minutes = Terlambat { $n_text } menit
due-late-hours = Terlambat { $n_text } jam
hold-newcomer = Anggota baru
hold-links = Banyak tautan
hold-all = Semua diperiksa dulu
error-moderation-reason = Pilih alasan dulu. Alasan ini tampil untuk umum.
error-moderation-act = Tekan salah satu tombol keputusan.
refusal-own-text = Ini tulisan Anda sendiri. Moderator lain yang harus memutuskan.
refusal-already-decided = Moderator lain sudah memutuskan hal ini. Buka lagi meja moderasi.
notice-moderation-shown = Sudah ditayangkan.
notice-moderation-hidden = Sudah disembunyikan. Alasannya tampil untuk umum.
notice-moderation-kept = Keputusan disimpan. Tidak ada yang berubah.
notice-moderation-all-shown = Yang dicentang sudah ditayangkan.
notice-moderation-none-shown = Tidak ada yang ditayangkan: belum ada yang dicentang, atau moderator lain sudah memutuskannya.
log-heading = Catatan moderasi
log-text = Setiap keputusan moderator tercatat di sini dan dapat dibaca siapa saja. Nama orang tidak dicatat.
log-empty = Belum ada keputusan moderator.
log-pages = Halaman catatan
log-newest = Terbaru
log-older = Lebih lama
log-reason = Alasan: { $reason }
act-show = Ditayangkan
act-hide = Disembunyikan
act-keep = Diperiksa, tidak diubah
act-restore = Ditayangkan lagi
log-restore = Tayangkan lagi
kind-story = Tulisan
kind-comment = Komentar
kind-person = Orang
kind-outlet = Media komunitas
kind-occasion = Peristiwa
kind-section = Rubrik
kind-house-page = Halaman
kind-flag = Tanda
kind-area = Daerah
rules-heading = Aturan moderasi
rules-text = Aturan ini menentukan tulisan baru mana yang menunggu moderator sebelum tampil.
rules-save = Simpan aturan
rules-back = Ke meja moderasi
setting-newcomer-waits = Komentar pertama yang menunggu
setting-newcomer-waits-hint = Berapa komentar pertama seorang anggota baru yang diperiksa dulu. Tulis angka { $range }; 0 berarti tidak ada yang menunggu.
setting-links-max = Tautan yang boleh ada
setting-links-max-hint = Tulisan dengan tautan lebih banyak dari ini menunggu. Tulis angka { $range }.
setting-all-wait = Semua menunggu
setting-all-wait-hint = Tulis 1 kalau semua tulisan baru harus diperiksa dulu, atau 0 kalau tidak. Angka { $range }.
error-out-of-bounds = Tulis angka dari { $min } sampai { $max }.
notice-moderation-rules-saved = Aturan sudah disimpan dan langsung berlaku.
letter-shown-about = Tulisan Anda sudah tampil di { $house }
letter-shown-body =
    Halo { $name },

    Moderator sudah memeriksa tulisan Anda, dan sekarang tulisan itu tampil:
    { $link }
letter-hidden-about = Tulisan Anda disembunyikan di { $house }
letter-hidden-body =
    Halo { $name },

    Moderator menyembunyikan tulisan Anda. Alasannya: { $reason }.

    Tulisan Anda:
    { $text }

    Tulisan itu tidak dihapus. Anda masih dapat membacanya di
    { $link }
    Semua keputusan moderator tercatat di
    { $log }
    Kalau menurut Anda keputusan ini keliru, balas surel ini atau hubungi redaksi.
letter-flag-about = Hasil tanda nomor { $number }
letter-flag-acted-body =
    Terima kasih sudah menandai. Moderator memeriksa dan menyembunyikan isi yang Anda tandai.

    Nomor { $number }: { $link }

    Alamat surel Anda sudah kami hapus dari catatan tanda ini.
letter-flag-kept-body =
    Terima kasih sudah menandai. Moderator memeriksa isi yang Anda tandai. Menurut aturan kami isi itu boleh tampil, jadi tidak kami ubah.

    Nomor { $number }: { $link }

    Alamat surel Anda sudah kami hapus dari catatan tanda ini.

## people: pintu masuk
sign-up = Daftar
sign-up-lead = Membaca tidak perlu akun. Dengan akun, Anda dapat berkomentar dan mengirim tulisan.
field-name = Nama lengkap
field-name-hint = Nama ini tampil di bawah tulisan dan komentar Anda. Nama pena dapat Anda pilih nanti.
field-contact = Surel atau nomor telepon
field-contact-hint = Salah satu saja. Tidak ditampilkan kepada siapa pun.
field-password = Kata sandi
field-new-password = Kata sandi baru
field-new-password-hint = Sedikitnya 10 huruf, angka, atau tanda. Beberapa kata yang mudah Anda ingat lebih baik daripada satu kata yang rumit.
field-age = Umur Anda
age-adult = 18 tahun atau lebih
age-minor = 13 sampai 17 tahun
age-minor-hint = Perlu izin orang tua atau wali
age-child = Di bawah 13 tahun
guardian-legend = Hanya kalau umur Anda 13 sampai 17 tahun
field-guardian-name = Nama orang tua atau wali
field-guardian-email = Surel orang tua atau wali
field-guardian-email-hint = Kami kirim satu surel. Akun Anda dapat dipakai setelah mereka mengizinkan.
agree-text = Tulisan dan komentar saya tidak berisi kebohongan, fitnah, kekejaman, atau hal cabul; tidak menyebarkan kebencian terhadap suku, agama, ras, atau golongan; tidak mengajak berbuat kekerasan; tidak merendahkan orang karena jenis kelamin, bahasa, kemiskinan, penyakit, atau disabilitas. Saya setuju dengan
agree-terms = Syarat versi { $n }
have-account = Sudah punya akun?
no-account-yet = Belum punya akun?
forgot-password = Lupa kata sandi?
type-the-code = Ketik kodenya
code-lead = Kami mengirim surel berisi kode enam angka. Kode itu berlaku 15 menit. Belum datang? Lihat juga di kotak spam.
field-code = Kode dari surel
field-code-hint = Enam angka
go-on = Lanjut
no-letter = Surelnya tidak datang?
begin-again = Mulai lagi
recovery-codes = Kode pemulihan
recovery-codes-lead = Tulis atau cetak kode ini sekarang, lalu simpan baik-baik. Kode hanya ditampilkan satu kali. Kalau lupa kata sandi, pakai salah satunya; setiap kode berlaku sekali.
codes-kept = Sudah saya simpan
wait-for-guardian = Menunggu izin wali
wait-for-guardian-text = Kami sudah mengirim surel kepada orang tua atau wali Anda. Akun dapat dipakai setelah mereka mengizinkan. Kalau dalam 14 hari tidak ada jawaban, pendaftaran ini kami hapus.
guardian-heading = Izin orang tua atau wali
guardian-text = Halo { $guardian }. { $name } ingin punya akun di { $house } dan menyebut Anda sebagai orang tua atau wali. Bolehkah?
guardian-means = Dengan akun, anak Anda dapat berkomentar dan mengirim tulisan. Data yang disimpan: nama dan surel atau nomor telepon. Baca juga:
guardian-yes = Ya, saya izinkan
guardian-no = Tidak, hapus pendaftaran ini
guardian-said-yes = Terima kasih. Akunnya sudah dapat dipakai, dan anak Anda kami beri tahu.
guardian-said-no = Baik. Pendaftaran itu sudah kami hapus.
recover-heading = Pulihkan akun
recover-lead = Tulis surel akun Anda. Kalau ada akunnya, kami kirim kode untuk memilih kata sandi baru.
field-email = Surel
send-code = Kirim kode
have-recovery-code = Saya punya kode pemulihan
recover-written-lead = Pakai salah satu kode pemulihan yang Anda simpan, lalu pilih kata sandi baru.
recover-code-lead = Kalau surel itu punya akun, kodenya sudah kami kirim dan berlaku 15 menit. Ketik kode itu, lalu pilih kata sandi baru.
field-recovery-code = Kode pemulihan
field-recovery-code-hint = Delapan huruf dan angka, misalnya 7KQ2-M9XD
set-password = Simpan kata sandi
first-heading = Pengelola pertama
first-lead = Anda membuka tautan sekali pakai. Buat akun pengelola pertama situs ini; setelah itu tautan ini tidak berlaku lagi.
first-button = Buat akun pengelola

## people: akun
field-phone = Nomor telepon
member-since = Anggota sejak
agreed-to = Menyetujui
account-data = Yang kami simpan tentang Anda
account-data-text = Kami tidak menyimpan alamat IP. Kata sandi hanya kami simpan dalam bentuk acak yang tidak dapat kami baca. Surel dan nomor telepon tidak pernah ditampilkan kepada pembaca.
account-change = Ubah
about-me = Tentang saya
guardian = Orang tua atau wali
guardian-agreed = mengizinkan pada
sessions-count = { $n_text } peramban
codes-left = { $n_text } kode belum dipakai
profile-heading = Nama dan tentang saya
address-heading = Ganti surel
password-heading = Ganti kata sandi
sessions-heading = Peramban yang masuk
public-page = Halaman untuk pembaca
renew-codes-text = Kode pemulihan berguna kalau Anda lupa kata sandi dan tidak bisa membuka surel. Kode baru menggantikan semua yang lama.
renew-codes = Buat kode pemulihan baru
field-pen-name = Nama pena (boleh kosong)
field-pen-name-hint = Kalau diisi, pembaca melihat nama ini.
field-about = Tentang saya (boleh kosong)
field-about-hint = Satu atau dua kalimat untuk pembaca. Jangan tulis alamat rumah.
area-coarse-hint = Yang kami simpan hanya sampai kabupaten atau kota.
save = Simpan
password-lead = Setelah diganti, Anda tetap masuk di sini dan keluar dari semua peramban lain.
field-old-password = Kata sandi sekarang
address-lead = Kami kirim kode ke surel yang baru. Surel lama kami beri tahu.
field-new-email = Surel baru
sessions-lead = Ada yang tidak Anda kenal? Akhiri, lalu ganti kata sandi.
unknown-browser = Peramban tidak dikenal
this-browser = Peramban ini
signed-in-at = Masuk
last-seen = Terakhir dipakai
end-session = Akhiri
end-other-sessions = Keluar dari semua yang lain
end-all-sessions = Keluar dari semua, juga di sini

## people: peran
admin-orang = Orang dan peran
admin-orang-about = Cari orang, beri peran, akhiri peran.
people-search = Nama, surel, atau nomor telepon
people-none = Tidak ada orang dengan nama itu.
pages = Halaman
roles-heading = Peran
roles-none = Belum ada peran selain anggota.
role-member = Anggota
role-reporter = Pewarta
role-editor = Penyunting
role-chief-editor = Pemimpin redaksi
role-moderator = Moderator
role-complaint-desk = Petugas pengaduan
role-data-desk = Petugas data pribadi
role-informant-keeper = Penjaga sumber
role-outlet-manager = Pengelola media komunitas
role-officer = Petugas instansi
role-administrator = Pengelola
role-active = Berlaku
role-past = Sudah berakhir
role-since = Sejak
role-until = sampai
role-end = Akhiri peran ini
role-grant-heading = Beri peran
field-role = Peran
field-scope = Berlaku di (boleh kosong)
field-scope-hint = Biarkan kosong untuk seluruh situs. Untuk satu daerah, tulis kodenya, misalnya 52.08. Untuk satu media komunitas, tulis outlet: lalu kodenya. Setelah perannya berubah, orang itu perlu masuk lagi.
role-grant = Beri peran
scope-house = Seluruh situs
scope-unknown = Tempat yang tidak ada lagi

## people: kesalahan dan kabar
error-contact = Tulis surel seperti nama@contoh.id, atau nomor telepon seperti 0812 3456 7890.
error-email = Tulis surel lengkap, seperti nama@contoh.id.
error-password-short = Kata sandi terlalu pendek: sedikitnya 10 huruf, angka, atau tanda.
error-password-long = Kata sandi terlalu panjang: paling banyak 256 huruf.
error-password-common = Kata sandi ini terlalu mudah ditebak. Coba gabungkan beberapa kata yang jarang dipakai bersama.
error-password-about-you = Kata sandi ini mirip nama atau surel Anda. Pilih yang lain.
error-choose = Pilih salah satu.
error-too-young = Akun hanya untuk umur 13 tahun ke atas. Anda tetap boleh membaca semuanya; mintalah orang dewasa menulis untuk Anda.
error-agree = Centang dulu kotak persetujuan ini, baru bisa mendaftar.
error-guardian-is-you = Ini surel Anda sendiri. Tulis surel orang tua atau wali.
error-sign-in = Surel, nomor, atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi.
error-name-reserved = Nama ini terdengar seperti nama petugas situs ini. Pakailah nama Anda sendiri.
error-name-taken = Nama ini sama dengan nama orang yang bertugas di sini. Tambahkan nama keluarga atau nama lain.
error-contact-taken = Sudah ada akun dengan surel atau nomor ini. Silakan masuk dengan akun itu.
error-code = Kode tidak cocok. Periksa lagi angkanya.
error-recovery = Kode tidak cocok, atau sudah dipakai. Periksa lagi, atau pakai kode yang lain.
error-old-password = Kata sandi sekarang tidak cocok. Periksa lagi ketikannya.
error-longer-than = Terlalu panjang: paling banyak { $max } huruf.
error-scope-house = Peran pengelola selalu untuk seluruh situs: kosongkan isian ini.
error-scope = Kami tidak mengenal daerah atau media ini. Periksa lagi kodenya.
refusal-code-gone = Kode atau tautan ini tidak berlaku lagi. Mulai lagi dari awal.
refusal-code-tries = Sudah terlalu banyak percobaan dengan kode ini. Mulai lagi dari awal.
refusal-address-taken = Surel ini sudah dipakai akun lain. Pakai surel yang lain.
refusal-last-administrator = Ini pengelola terakhir. Beri peran pengelola kepada orang lain dulu.
notice-signed-out = Anda sudah keluar.
notice-welcome = Selamat datang. Akun Anda sudah dapat dipakai.
notice-password-renewed = Kata sandi baru tersimpan. Silakan masuk.
notice-first-administrator = Anda sekarang pengelola situs ini.
notice-profile-changed = Perubahan tersimpan.
notice-password-changed = Kata sandi sudah diganti. Semua peramban lain sudah keluar.
notice-address-changed = Surel sudah diganti.
notice-session-ended = Peramban itu sudah keluar.
notice-signed-out-everywhere = Anda sudah keluar dari semua peramban.
notice-sessions-ended = Semua peramban lain sudah keluar.
mail-code-subject = Kode Anda: { $code }
mail-code-body =
    Kode Anda untuk { $house }: { $code }

    Kode ini berlaku 15 menit. Kalau bukan Anda yang meminta, abaikan surel ini.
mail-taken-subject = Ada yang mendaftar di { $house } dengan surel Anda
mail-taken-body =
    Seseorang baru saja mendaftar di { $house } dengan surel ini. Akunnya sudah ada.

    Kalau itu Anda dan lupa kata sandi: { $link }
    Kalau bukan Anda, abaikan surel ini. Tidak ada yang berubah.
mail-guardian-subject = { $name } meminta izin Anda
mail-guardian-body =
    Halo { $guardian },

    { $name } ingin punya akun di { $house } dan menyebut Anda sebagai orang tua atau wali.
    Untuk mengizinkan atau menolak, buka: { $link }

    Kalau Anda tidak menjawab dalam 14 hari, pendaftaran ini kami hapus.
mail-guardian-yes-subject = Akun Anda di { $house } sudah dapat dipakai
mail-guardian-yes-body = Orang tua atau wali Anda mengizinkan. Silakan masuk di { $house }.
mail-guardian-no-subject = Pendaftaran Anda di { $house } tidak dilanjutkan
mail-guardian-no-body = Orang tua atau wali Anda belum mengizinkan. Pendaftaran di { $house } sudah kami hapus; Anda tetap boleh membaca semuanya.
mail-recover-subject = Kode pemulihan untuk { $house }
mail-recover-body =
    Kode untuk memilih kata sandi baru di { $house }: { $code }

    Kode ini berlaku 15 menit. Kalau bukan Anda yang meminta, abaikan surel ini.
mail-moved-subject = Surel akun Anda di { $house } diganti
mail-moved-body = Surel akun Anda di { $house } baru saja diganti. Kalau bukan Anda yang menggantinya, segera hubungi redaksi.
mail-password-subject = Kata sandi akun Anda di { $house } diganti
mail-password-body =
    Kata sandi akun Anda di { $house } baru saja diganti. Semua peramban lain sudah dikeluarkan.

    Kalau bukan Anda yang menggantinya, segera pilih kata sandi baru: { $link }

## areas: memilih dan mencari daerah
area-legend = Daerah
area-hint = Ketik nama desa, kecamatan, atau kabupaten, lalu tekan "Cari daerah". Isian lain tidak hilang.
area-name-label = Nama daerah
area-find = Cari daerah
area-none-found = Tidak ada daerah dengan nama "{ $text }". Coba ketik sebagian namanya saja.
area-no-choice = Tidak memilih daerah
areas-heading = Cari daerah
areas-description = Semua provinsi, kabupaten, kota, kecamatan, dan desa: cari daerah Anda dan baca kabar dari sana.
areas-lead = Ketik nama daerah Anda, atau pilih provinsinya lalu turun sampai ke desa.
areas-provinces = Provinsi
areas-found = { $n_text } daerah ditemukan
areas-found-more = { $n_text } daerah yang paling cocok. Kalau daerah Anda belum tampak, ketik namanya lebih lengkap.
areas-found-for = Hasil pencarian "{ $text }"
areas-once = Nama lama
area-all = Indonesia
area-place = Letak halaman
area-zone = Waktu setempat { $zone }
area-once-between = { $since } sampai { $until }
area-once-until = Sampai { $until }
area-once-description = Daerah yang kini sudah berubah, dasar hukumnya, dan nama daerah itu sekarang.
area-once-heading = Sekarang menjadi
area-once-none = Wilayahnya tidak lagi menjadi bagian Indonesia.
area-once-law = Dasar hukum
area-once-flash = Daerah ini sudah berubah. Kabar dari sana ada di daerah yang sekarang.
areas-source = Kode dan nama daerah: Kepmendagri 300.2.2-2138 Tahun 2025, dari
areas-source-after = © 2023 Fityan dan para kontributor, lisensi

## stories: tulisan, rubrik, arsip
and = dan
pager = Halaman
pager-newest = Terbaru
pager-older = Lebih lama
story-by = Oleh
story-posted-unknown = tanggal terbit tidak diketahui
story-badge-verified = Terverifikasi
story-badge-unverified = Belum terverifikasi
story-badge-corrected = Diralat
story-badge-retracted = Dicabut
story-badge-hidden = Disembunyikan
story-badge-archive = Dari arsip lama
story-retracted-text = Tulisan ini dicabut pada { $date }. Alasannya: { $reason }
story-hidden-text = Tulisan ini disembunyikan moderator. Alasannya ada di catatan moderasi.
story-sealed-title = Tulisan yang disegel
story-sealed-text = Isi edisi ini disegel karena perintah hukum atau untuk melindungi seseorang.
story-meta-posted = Diterbitkan
story-meta-occasion = Peristiwa
story-meta-written = tertulis: { $text }
story-meta-venue = Tempat
story-meta-written-from = Ditulis di
story-meta-about = Tentang daerah
story-meta-outlet = Media
story-meta-licence = Lisensi
story-meta-tags = Label
story-correction-heading = Ralat, { $date }
story-all-editions = Lihat semua edisi
story-unverified-heading = Masih diperiksa
story-step-voiced = Diberitakan dalam tulisan.
story-step-verified = Faktanya diverifikasi.
story-step-unverified = Faktanya masih diverifikasi.
story-flag = Tandai tulisan ini
story-editions-link = Edisi { $n_text }
editions-title = Edisi: { $title }
editions-heading = Semua edisi
editions-about = Tulisan yang sudah terbit tidak diubah diam-diam. Setiap perubahan menjadi edisi baru, dan edisi lama tetap dapat dibaca.
edition-number = Edisi { $n_text }
edition-kind-first = Terbit pertama
edition-kind-update = Diperbarui
edition-kind-correction = Ralat
edition-sealed = Disegel
edition-old = Anda membaca edisi { $n_text }.
edition-newest = Baca edisi terbaru
tag-kick = Label
occasion-kick = Peristiwa
archive-title = Arsip
archive-undated = Tanggal tidak diketahui
archive-undated-link = { $n_text } tulisan
list-empty = Belum ada tulisan di sini.
front-empty = Belum ada tulisan. Tulisan pertama akan tampil di sini.
front-archive = Semua tulisan menurut bulan
admin-rubrik = Rubrik
admin-rubrik-about = Nama dan urutan rubrik.
admin-utama = Tulisan utama
admin-utama-about = Tulisan yang tampil paling atas di halaman depan.
sections-intro = Ubah nama dan urutannya, lalu tekan "Simpan rubrik". Alamat rubrik tidak berubah.
sections-save = Simpan rubrik
section-place = Urutan
section-name-in = Nama ({ $language })
section-about-in = Keterangan ({ $language }, boleh kosong)
section-new = Rubrik baru
section-new-name-id = Nama dalam bahasa Indonesia
section-new-name-en = Nama dalam bahasa Inggris (boleh kosong)
section-add = Tambahkan rubrik
error-section-name = Nama rubrik paling banyak 60 huruf.
error-section-taken = Sudah ada rubrik dengan nama ini.
error-section-nameless = Setiap rubrik perlu nama dalam bahasa Indonesia.
notice-sections-saved = Rubrik sudah disimpan.
notice-section-added = Rubrik baru sudah ditambahkan.
lead-legend = Tulisan mana yang tampil paling atas di halaman depan?
lead-hint = Pilih dari dua puluh tulisan terbaru. Yang bergambar tampak paling baik.
lead-automatic = Pilihkan saja: tulisan bergambar yang terbaru
lead-with-picture = bergambar
lead-save = Simpan pilihan
error-lead-not-public = Tulisan itu tidak tampil untuk umum. Pilih tulisan lain.
notice-lead-saved = Tulisan utama sudah dipilih.
refusal-story-retracted = Tulisan ini sudah dicabut, jadi tidak dapat diubah lagi.
refusal-story-changed = Orang lain baru saja mengubah tulisan ini. Baca dulu edisi terbarunya, lalu coba lagi.
refusal-page-imported = Halaman ini sudah pernah dimasukkan.
unplaced-masthead = Nama portal dan semboyannya tidak ditemukan.
unplaced-title = Judul tidak ditemukan.
unplaced-section = Rubrik tidak dikenal pada baris judul: { $text }
unplaced-dateline = Titimangsa tidak ditemukan di awal tulisan: { $text }
unplaced-dateline-area = Daerah titimangsa tidak dikenal: { $text }
unplaced-signature = Inisial penulis tidak ditemukan di akhir tulisan: { $text }
unplaced-posted = Tanggal terbit tidak ada pada halaman; dicatat sebagai tidak diketahui.
unplaced-occasion-date = Tanggal peristiwa tidak ditemukan.
unplaced-other-date = Tanggal lain dalam tulisan: { $text }
unplaced-area = Daerah tidak dikenal: { $text }
unplaced-comments = Jumlah komentar pada halaman tidak sama dengan yang terbaca: { $text }
unplaced-line = Baris yang tidak mendapat tempat: { $text }
archive-line-json = Baris { $line }: bukan JSON yang benar ({ $text }).
archive-line-field = Baris { $line }: isian { $text } kosong atau salah.
archive-line-conflict = Baris { $line }: nomor { $text } sudah ada dengan isi lain; yang ada tidak diubah.
archive-line-area = Baris { $line }: daerah tidak dikenal: { $text }. Tulisannya tetap dimasukkan.
archive-line-outlet = Baris { $line }: media komunitas tidak dikenal: { $text }. Tulisannya tetap dimasukkan.
archive-line-broken = Baris { $line }: hurufnya rusak (bukan UTF-8).

## front: halaman depan, daerah, orang
front-aside = Juga di sini
front-finder = Kabar dari daerah Anda
front-new-house = { $house } baru dibuka
front-new-house-text = Belum ada tulisan di sini. Kabar pertama dapat datang dari Anda: apa yang terjadi di kampung Anda, apa yang rusak, apa yang berhasil.
front-join = Daftar
front-read-guidelines = Baca pedoman
front-set-up = { $house } siap diisi
front-set-up-lead = Pembaca belum melihat tulisan apa pun. Mulailah dari sini:
front-step-pages = Isi halaman Redaksi
front-step-pages-why = Undang-undang meminta nama penanggung jawab dan alamat. Tulis juga nomor yang dapat dihubungi.
front-step-sections = Atur rubrik
front-step-sections-why = Rubrik adalah bagian-bagian koran ini, misalnya Berita atau Kesehatan.
front-step-people = Tunjuk orang
front-step-people-why = Beri peran kepada pewarta, penyunting, dan moderator yang sudah mendaftar.
front-step-outlets = Masukkan media komunitas
front-step-outlets-why = Radio, buletin, atau majalah dinding yang ikut bersuara di sini.
front-set-up-archive = Punya arsip tulisan lama? Di komputer server, jalankan: suara import stories BERKAS.jsonl
front-area-description = Tulisan dan kabar warga dari { $area }.
front-area-code = Kode { $code }
front-area-news = Kabar terbaru
front-area-empty = Belum ada tulisan dari { $area }.
front-area-wider = Lihat kabar { $area }
front-area-other = Pilih daerah lain
front-area-around = Tentang daerah ini
front-area-inside = Di dalamnya
front-area-formers = Dulu di sini
front-first-story = Kirim tulisan pertama
front-person-since = Bergabung sejak { $month }
front-person-edit = Ubah profil
front-person-published = Tulisan
front-person-empty = { $name } belum menerbitkan tulisan.

## Rantai: pita perjalanan dan tautan
chain-label = Perjalanan suara ini
chain-stage-voiced = Disuarakan
chain-stage-verified = Diverifikasi
chain-stage-answered = Dijawab
chain-stage-repaired = Diperbaiki
chain-stage-innovation = Inovasi
chain-stage-replicated = Direplikasi
chain-stage-measured = Diukur
chain-waiting-voiced = { $n ->
    [0] Dikirim hari ini
   *[other] Sudah { $n_text } hari menunggu redaksi
}
chain-waiting-verified = { $n ->
    [0] Sedang diperiksa sejak hari ini
   *[other] Sudah { $n_text } hari diperiksa
}
chain-waiting-answered = { $n ->
    [0] Menunggu jawaban sejak hari ini
   *[other] Sudah { $n_text } hari belum dijawab
}
chain-waiting-repaired = { $n ->
    [0] Menunggu perbaikan sejak hari ini
   *[other] Sudah { $n_text } hari belum diperbaiki
}
chain-waiting-innovation = { $n ->
    [0] Didaftarkan hari ini
   *[other] Sudah { $n_text } hari disiapkan
}
chain-waiting-replicated = { $n ->
    [0] Menunggu kepastian sejak hari ini
   *[other] Sudah { $n_text } hari menunggu kepastian
}
chain-waiting-measured = { $n ->
    [0] Sedang diukur sejak hari ini
   *[other] Sudah { $n_text } hari diukur
}
chain-overdue = lewat tenggat
chain-linked = Terhubung dengan
chain-whole = Lihat seluruh perjalanan
chain-edit = Atur tautan
chain-title = Perjalanan: { $title }
chain-heading = Seluruh perjalanan
chain-whole-days = { $n ->
    [0] dalam satu hari
   *[other] selama { $n_text } hari
}
chain-steps = Langkah demi langkah
chain-empty = Belum ada langkah yang tercatat.
chain-gap = { $n_text } hari kemudian
chain-date-unknown = Tanggal tidak diketahui
chain-ahead = Belum dimulai
chain-members = Yang terhubung
links-title = Tautan: { $title }
links-heading = Atur tautan
links-none = Belum ada tautan. Tautan akan tampil di kedua halaman.
links-undo = Lepaskan tautan
links-add = Hubungkan dengan halaman lain
links-kind = Hubungan halaman ini dengan yang lain
links-address = Alamat halaman lain
links-address-hint = Salin alamat tulisan, laporan, jawaban, kegiatan, inovasi, replikasi, atau survei di situs ini.
links-reason = Alasan
links-reason-hint = Satu kalimat untuk pembaca: mengapa keduanya berhubungan.
links-join = Hubungkan
error-link-kind = Pilih jenis hubungannya.
error-link-address = Ini bukan alamat tulisan, laporan, kegiatan, inovasi, atau survei lain yang tampil di situs ini. Salin alamatnya dari halaman yang dimaksud.
notice-link-made = Tautan sudah dibuat. Sekarang tampil di kedua halaman.
notice-link-undone = Tautan sudah dilepaskan dari kedua halaman.
link-related = Terkait dengan
link-related-back = Terkait dengan
link-evidence = Bukti untuk laporan
link-evidence-back = Diberitakan dalam tulisan
link-witness = Meliput kegiatan
link-witness-back = Diliput dalam tulisan
link-came-of = Lahir dari
link-came-of-back = Menghasilkan
link-answers = Menjawab
link-answers-back = Dijawab oleh
link-replicates = Mereplikasi inovasi
link-replicates-back = Direplikasi dalam
link-measures = Mengukur
link-measures-back = Diukur dalam

## Agreeing to a new version of the terms
terms-heading = Persetujuan syarat
terms-now = Sekarang berlaku syarat versi { $n }.
terms-agreed-before = Anda menyetujui versi { $n }.
terms-never = Anda belum pernah menyetujui syarat situs ini.
terms-ask = Sebelum mengirim sesuatu, baca dulu syarat yang berlaku, lalu setujui di bawah ini.
terms-news = Yang berubah
terms-agree = Setujui syarat
terms-if-not = Bila tidak setuju, Anda tetap dapat membaca, menarik komentar Anda, dan mengatur akun Anda.
terms-agreed-already = Anda sudah menyetujui syarat versi { $n }, yang berlaku sekarang.
terms-due = Ada versi baru yang belum Anda setujui
error-terms-newer = Baru saja ada versi yang lebih baru. Baca versi itu, lalu setujui.
error-agree-again = Centang dulu kotak persetujuan ini, baru bisa melanjutkan.
notice-terms-agreed = Persetujuan Anda sudah disimpan.
notice-saved-to-agree = Tulisan Anda kami simpan. Setujui dulu syarat yang baru, lalu kirim.

# agencies: instansi, layanan, jabatan, janji
admin-instansi = Instansi
admin-instansi-about = Data instansi, pejabat, layanan, dan petugasnya di sini.
agencies-heading = Instansi
agencies-of = Instansi di { $area }
agencies-here = Instansi di sini
agencies-intro = Siapa mengurus apa, siapa menjabat, dan apa yang sudah dijanjikan.
agencies-name = Nama instansi
agencies-find = Cari
agencies-by-kind = Menurut jenis
agencies-every-kind = Semua
agencies-none = Tidak ada instansi yang cocok.
agencies-all = Lihat semua instansi
agencies-first = Dari awal
agencies-next = Berikutnya
agencies-around = Saring instansi
agencies-by-area = Menurut daerah
agencies-wider = Daerah yang lebih luas
agencies-open-data = Data terbuka
agencies-csv = Unduh daftar instansi (CSV)
agencies-caption = Instansi
agency-kind-ministry = Kementerian
agency-kind-state-agency = Lembaga negara
agency-kind-province = Pemerintah provinsi
agency-kind-kabupaten = Pemerintah kabupaten
agency-kind-kota = Pemerintah kota
agency-kind-regional-office = Dinas atau badan daerah
agency-kind-kecamatan = Kecamatan
agency-kind-village = Desa atau kelurahan
agency-kind-service-unit = Unit layanan
agency-kind-school = Sekolah
agency-kind-state-company = Perusahaan negara
agency-kind-regional-company = Perusahaan daerah
agency-kind-other = Lainnya
agency-place = Letak halaman
agency-description = { $name }: urusan, pejabat, layanan, kontak, dan janjinya.
agency-ended = Sudah berakhir
agency-stands = Ada
agency-ended-on = Instansi ini sudah tidak ada. Hari terakhirnya { $day }.
agency-successor = Tugasnya diteruskan oleh
agency-former-until = (sampai { $day })
agency-from = sejak { $from }
agency-to = sampai { $to }
agency-from-to = { $from } sampai { $to }
agency-code = kode { $code }
agency-by-account = Menjawab lewat akun di sini
agency-by-letter = Dihubungi lewat surat
agency-manage = Kelola instansi ini
agency-affairs = Yang diurus
agency-offices = Pejabat
agency-services = Layanan
agency-units = Tempat layanan
agency-told = Terkait instansi ini
agency-around = Tentang instansi ini
agency-contact = Kontak
agency-contact-none = Alamat dan nomornya belum ada di sini.
agency-address = Alamat
agency-phone = Telepon
agency-email = Surel
agency-site = Situs
agency-hours = Jam buka
agency-children = Di bawah instansi ini
agency-areas-now = Daerahnya sekarang
agency-predecessors = Meneruskan tugas dari
agency-source = Sumber:
agency-name = Nama
agency-kind = Jenis
agency-area = Daerah
agency-state = Keadaan
agency-whole-country = Seluruh Indonesia
agency-add = Tambahkan instansi
agency-edit = Ubah data instansi
agency-import = Impor dari tabel
agency-save = Simpan
agency-cancel = Batal
agency-end = Akhiri
agency-close = Tutup
agency-end-pejabat = Akhiri masa jabatan { $name }
agency-end-unit = Tutup { $name }
agency-end-layanan = Akhiri layanan { $name }
agency-end-about = Catatannya tetap ada. Sesudah hari terakhir itu, yang ini tidak lagi tampil sebagai yang berlaku.
agency-public-page = Halaman untuk pembaca
agency-officers-count = { $n ->
    [0] Belum ada petugas
   *[other] { $n_text } petugas
}
agency-offices-none = Belum ada jabatan yang dicatat.
agency-office-add = Tambahkan jabatan
agency-term-add = Catat pejabat
agency-services-none = Belum ada layanan yang dicatat.
agency-service-add = Tambahkan layanan
agency-units-none = Belum ada tempat layanan yang dicatat.
agency-unit-add = Tambahkan tempat layanan
agency-no-unit = Tidak di satu tempat tertentu
agency-no-affair = Belum dipilih
agency-field-name = Nama instansi
agency-field-name-hint = Nama resmi yang lengkap. Contoh: Dinas Kesehatan Kabupaten Tirtawana.
agency-field-slug = Kata di alamat halaman (boleh kosong)
agency-field-slug-hint = Huruf kecil, angka, dan tanda hubung. Kalau kosong, dibuat dari namanya. Tidak dapat diubah lagi.
agency-field-whole = Instansi ini untuk seluruh Indonesia
agency-field-parent = Bagian dari (boleh kosong)
agency-field-parent-hint = Kata di alamat halaman instansi di atasnya, atau kodenya. Contoh: kab-tirtawana.
agency-field-code = Kode resmi (boleh kosong)
agency-field-code-hint = Hanya kalau instansi ini punya kode dari pemerintah.
agency-field-affairs-hint = Daftar menurut { $basis }.
agency-field-address = Alamat (boleh kosong)
agency-field-phone = Telepon (boleh kosong)
agency-field-email = Surel (boleh kosong)
agency-field-email-hint = Surel kantor, bukan surel pribadi pegawai.
agency-field-site = Situs (boleh kosong)
agency-field-site-hint = Dimulai dengan https://
agency-field-hours = Jam buka (boleh kosong)
agency-field-hours-hint = Contoh: Senin sampai Jumat, 08.00-15.00.
agency-field-from = Ada sejak (boleh kosong)
agency-field-to = Hari terakhir (boleh kosong)
agency-field-successor = Penerusnya (boleh kosong)
agency-field-successor-hint = Kata di alamat halaman instansi yang meneruskan, atau kodenya. Hanya kalau hari terakhirnya diisi.
agency-field-source = Sumber (boleh kosong)
agency-field-source-hint = Alamat halaman, atau nomor peraturan.
agency-field-office = Nama jabatan
agency-field-office-hint = Contoh: Sekretaris Daerah.
agency-field-holder = Nama pejabat
agency-field-holder-hint = Seperti tertulis di sumbernya.
agency-field-term-from = Menjabat sejak (boleh kosong)
agency-field-term-to = Sampai (boleh kosong)
agency-field-known = Tercatat menjabat pada (boleh kosong)
agency-field-known-hint = Isi kalau hanya satu hari yang diketahui. Kalau diisi, tanggal yang kosong berarti tidak diketahui.
agency-field-service = Nama layanan
agency-field-service-hint = Contoh: Akta kelahiran.
agency-field-unit = Tempat layanan
agency-field-unit-name = Nama tempat layanan
agency-field-unit-name-hint = Contoh: Loket kependudukan di kantor kecamatan.
agency-field-affair = Urusan
agency-field-on = Hari terakhir
office-title = Jabatan
office-name = Nama
office-period = Masa jabatan
office-source = Sumber:
office-on = Pejabat pada { $day }
office-before = Pejabat sebelumnya
office-none-today = Belum ada pejabat yang dicatat untuk hari ini.
office-none-on = Tidak ada pejabat yang tercatat pada { $day }.
office-ask-day = Siapa menjabat pada hari
office-ask = Lihat
office-earlier = { $n ->
   *[other] Pejabat sebelumnya ({ $n_text })
}
office-from = Sejak { $from }
office-from-to = { $from } sampai { $to }
office-from-known = Sejak { $from }; tercatat masih menjabat pada { $day }
office-known-to = Tercatat pada { $day }; sampai { $to }
office-known = Tercatat menjabat pada { $day }
promises-heading = Janji
promises-overdue = { $n ->
   *[other] Terlambat ({ $n_text })
}
promises-open = { $n ->
   *[other] Belum jatuh tempo ({ $n_text })
}
promises-kept = { $n ->
   *[other] Sudah ditepati ({ $n_text })
}
promise-overdue = { $n ->
   *[other] Terlambat { $n_text } hari
}
promise-until = Paling lambat { $day }
promise-no-day = Tanpa tanggal
promise-kept = Ditepati pada { $day }
promise-proof = Buktinya: { $proof }
promise-note-kept = Catat bahwa janji ditepati
promise-field-proof = Bukti
promise-field-proof-hint = Apa yang terlihat, di mana, dan siapa yang memeriksanya.
officers = Petugas
officers-heading = Petugas { $name }
officers-intro = Petugas menjawab laporan dan mengurus inovasi serta survei untuk instansi ini saja. Mereka tidak melihat identitas pelapor, naskah, sumber, atau moderasi.
officers-none = Belum ada petugas. Laporan untuk instansi ini dikirim lewat surat.
officer-find = Beri peran petugas
officer-name = Nama, surel, atau nomor telepon
officer-name-hint = Orangnya harus sudah punya akun. Surel dan nomor ditulis lengkap.
officer-not-found = Tidak ada akun yang cocok, atau orangnya sudah menjadi petugas.
officer-appoint = Jadikan petugas
officer-release = Akhiri peran petugas
import-intro = Salin isi tabel (CSV) lalu tempel di bawah. Baris pertama berisi nama kolom; yang wajib hanya name dan kind. Instansi yang sudah ada dikenali dari slug atau kodenya lalu diperbarui. Baris yang tidak dapat dibaca dilaporkan dan tidak mengubah apa pun.
import-table = Tabel instansi
import-table-hint = Kolom yang tidak ada di tabel dibiarkan seperti semula. Sel yang kosong mengosongkan data lama.
import-send = Impor
import-became = Ditambahkan: { $added }. Diperbarui: { $changed }. Sudah sama: { $unchanged }.
import-rejected = { $n ->
   *[other] { $n_text } baris tidak diterima
}
import-line = Baris
import-reason = Sebabnya
affairs-basic = Pelayanan dasar
affairs-mandatory = Urusan wajib lain
affairs-optional = Urusan pilihan
affairs-absolute = Urusan pemerintah pusat
affairs-supporting = Penunjang
affairs-other = Lainnya
affair-education = Pendidikan
affair-health = Kesehatan
affair-public-works = Pekerjaan umum dan penataan ruang
affair-housing = Perumahan rakyat dan kawasan permukiman
affair-public-order = Ketenteraman, ketertiban umum, dan pelindungan masyarakat
affair-social = Sosial
affair-labour = Tenaga kerja
affair-women-and-children = Pemberdayaan perempuan dan pelindungan anak
affair-food = Pangan
affair-land = Pertanahan
affair-environment = Lingkungan hidup
affair-civil-registration = Administrasi kependudukan dan pencatatan sipil
affair-villages = Pemberdayaan masyarakat dan desa
affair-family-planning = Pengendalian penduduk dan keluarga berencana
affair-transport = Perhubungan
affair-communication = Komunikasi dan informatika
affair-cooperatives = Koperasi, usaha kecil, dan menengah
affair-investment = Penanaman modal
affair-youth-and-sport = Kepemudaan dan olahraga
affair-statistics = Statistik
affair-cryptography = Persandian
affair-culture = Kebudayaan
affair-libraries = Perpustakaan
affair-archives = Kearsipan
affair-fisheries = Kelautan dan perikanan
affair-tourism = Pariwisata
affair-agriculture = Pertanian
affair-forestry = Kehutanan
affair-energy = Energi dan sumber daya mineral
affair-trade = Perdagangan
affair-industry = Perindustrian
affair-transmigration = Transmigrasi
affair-foreign-affairs = Politik luar negeri
affair-defence = Pertahanan
affair-security = Keamanan
affair-justice = Yustisi
affair-finance-policy = Moneter dan fiskal nasional
affair-religion = Agama
affair-planning = Perencanaan
affair-finance = Keuangan
affair-personnel = Kepegawaian serta pendidikan dan pelatihan
affair-research = Penelitian dan pengembangan
affair-home-affairs = Pembinaan pemerintahan daerah
affair-state-apparatus = Aparatur negara dan reformasi birokrasi
affair-coordination = Koordinasi antarkementerian
notice-agency-added = Instansi sudah ditambahkan. Sekarang lengkapi pejabat dan layanannya.
notice-agency-saved = Data instansi sudah disimpan.
notice-agency-unit-added = Tempat layanan sudah ditambahkan.
notice-agency-service-added = Layanan sudah ditambahkan.
notice-agency-office-added = Jabatan sudah ditambahkan. Sekarang catat pejabatnya.
notice-agency-term-noted = Pejabat sudah dicatat.
notice-agency-ended = Sudah diakhiri. Catatannya tetap ada.
notice-promise-kept = Janji dicatat sebagai ditepati.
notice-officer-appointed = Petugas sudah diberi peran. Ia perlu masuk lagi.
notice-officer-released = Peran petugas sudah diakhiri.
error-agency-too-long = Terlalu panjang: paling banyak { $max } huruf.
error-agency-slug = Pakai huruf kecil, angka, dan tanda hubung. Kata "baru" dan "impor" tidak dapat dipakai.
error-agency-slug-taken = Kata ini sudah dipakai instansi lain. Pilih kata yang lain.
error-agency-code-taken = Kode ini sudah dipakai instansi lain.
error-agency-kind = Pilih jenis yang ada di daftar.
error-agency-site = Tulis alamat situs lengkap dengan https:// di depan.
error-agency-days = Hari terakhir tidak boleh sebelum hari pertama.
error-agency-date = Tulis tahun, bulan, lalu tanggal, misalnya 2026-11-24.
error-agency-area = Daerah ini tidak dikenal. Pakai kode resmi, misalnya 52.08, atau kunci daerah lama.
error-agency-where = Pilih daerahnya, atau centang bahwa instansi ini untuk seluruh Indonesia.
error-agency-affair = Urusan ini tidak ada di daftar.
error-agency-parent = Instansi di atasnya tidak boleh instansi ini sendiri atau yang di bawahnya.
error-agency-successor = Penerus hanya untuk instansi yang hari terakhirnya diisi, dan harus instansi lain.
error-agency-unknown = Tidak ada instansi dengan kata atau kode ini.
error-agency-unit = Tempat layanan ini bukan milik instansi ini.
error-office-day = Isi sejak kapan, atau satu hari yang tercatat.
error-office-known-on = Hari yang tercatat harus di dalam masa jabatan.
error-office-held = Pada hari-hari itu jabatan ini dipegang orang lain. Akhiri dahulu masa jabatannya.
error-office-taken = Jabatan ini sudah ada.
error-promise-day = Tanggalnya tidak boleh di masa depan atau sebelum janji diucapkan.
error-import-table = Tabel ini tidak dapat dibaca. Periksa tanda kutipnya.
error-import-header = Baris pertama harus berisi nama kolom yang dikenal, masing-masing satu kali, dengan name dan kind.
error-import-columns = Jumlah kolom baris ini berbeda dari baris pertama.
error-import-row = Baris ini tidak dapat disimpan.
refusal-agency-ended = Yang ini sudah berakhir, atau baru mulai sesudah hari itu. Buka lagi halamannya untuk melihat keadaan terbaru.
refusal-promise-kept = Janji ini sudah dicatat sebagai ditepati.
