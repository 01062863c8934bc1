//! From a picture that somebody sent to the sizes that we show: measured before it is decoded, decoded within bounds,
//! turned upright, written anew. Camera, place and names stay behind because nothing but dots is taken over.
use crate::{
    header,
    picture::{Format, NewFile},
    sniff::{Fault, Sent, ends_as_archive, holds_another},
};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer, images::Image};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage,
    codecs::jpeg::JpegEncoder, metadata::Orientation,
};
use std::io::Cursor;

/// What a phone's camera makes, with room.
pub const PICTURE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// 24 million dots are 6000 by 4000.
const DOTS_MAX: u64 = 25_000_000;
const SIDE_PX_MAX: u32 = 14_000;
/// What a decoder may take: four bytes a dot and its own tables.
const DECODER_BYTES_MAX: u64 = 4 * DOTS_MAX + 32 * 1024 * 1024;
/// A progressive picture comes in passes over the same dots; cameras and editors make about ten.
const PASSES_MAX: usize = 40;
pub const WIDTHS_PX: [u32; 3] = [360, 720, 1280];
/// Of what we write: a long strip becomes narrower instead.
const HEIGHT_PX_MAX: u32 = 5000;
const JPEG_QUALITY: u8 = 80;
const WEBP_QUALITY: f32 = 75.0;

/// Every size of a picture. Takes up to half a second and 200 MB: call it from `spawn_blocking`, a few at a time.
pub fn sizes(kind: Sent, bytes: &[u8]) -> Result<Vec<NewFile>, Fault> {
    if bytes.len() > PICTURE_BYTES_MAX {
        return Err(Fault::TooLarge);
    }
    whole(kind, bytes)?;
    let (dots, orientation) = decode(kind, bytes)?;
    let mut files = vec![];
    for (width, height) in widths(dots.width(), dots.height(), turned(orientation)) {
        let small = resized(&dots, width, height)?;
        let mut small = DynamicImage::ImageRgb8(small);
        small.apply_orientation(orientation);
        files.extend(written(&small.into_rgb8())?);
    }
    Ok(files)
}

/// It comes to its end, and to nothing else after it.
fn whole(kind: Sent, bytes: &[u8]) -> Result<(), Fault> {
    let (besides, end) = match kind {
        Sent::Jpeg => {
            let walk = header::walk_jpeg(bytes).ok_or(Fault::Broken)?;
            if walk.passes > PASSES_MAX {
                return Err(Fault::TooManyDots);
            }
            // Phones put a second, smaller picture or a moment of film after the first.
            (walk.words, walk.end)
        }
        Sent::Png => header::walk_png(bytes).ok_or(Fault::Broken)?,
        Sent::Webp => header::walk_webp(bytes).ok_or(Fault::Broken)?,
    };
    let after = &bytes[end..];
    let stray = kind != Sent::Jpeg && after.iter().any(|byte| *byte != 0);
    if stray || besides.into_iter().any(holds_another) || holds_another(after) {
        return Err(Fault::Mixed);
    }
    if ends_as_archive(bytes) { Err(Fault::Mixed) } else { Ok(()) }
}

fn decode(kind: Sent, bytes: &[u8]) -> Result<(RgbImage, Orientation), Fault> {
    let format = match kind {
        Sent::Jpeg => ImageFormat::Jpeg,
        Sent::Png => ImageFormat::Png,
        Sent::Webp => ImageFormat::WebP,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_PX_MAX);
    limits.max_image_height = Some(SIDE_PX_MAX);
    limits.max_alloc = Some(DECODER_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Fault::Broken);
    }
    // Counted here, before one dot is decoded.
    if u64::from(width) * u64::from(height) > DOTS_MAX || decoder.total_bytes() > DECODER_BYTES_MAX
    {
        return Err(Fault::TooManyDots);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let dots = DynamicImage::from_decoder(decoder).map_err(fault)?;
    Ok((on_white(dots), orientation))
}

fn fault(error: image::ImageError) -> Fault {
    match error {
        image::ImageError::Limits(_) => Fault::TooManyDots,
        _ => Fault::Broken,
    }
}

/// JPEG knows no glass: what one can see through stands on white paper.
fn on_white(dots: DynamicImage) -> RgbImage {
    if !dots.color().has_alpha() {
        return dots.into_rgb8();
    }
    let clear = dots.into_rgba8();
    let (width, height) = clear.dimensions();
    let mut paper = RgbImage::new(width, height);
    for (on, from) in paper.pixels_mut().zip(clear.pixels()) {
        let opaque = u32::from(from.0[3]);
        for (to, ink) in on.0.iter_mut().zip(from.0) {
            let mixed = (u32::from(ink) * opaque + 255 * (255 - opaque) + 127) / 255;
            *to = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    paper
}

/// Width and height change places when it is turned upright.
fn turned(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// The sizes as the picture lies, none larger than it is, the smallest first.
fn widths(width: u32, height: u32, turned: bool) -> Vec<(u32, u32)> {
    let (wide, high) = if turned { (height, width) } else { (width, height) };
    let largest = wide.min(WIDTHS_PX[2]);
    let mut all: Vec<u32> = WIDTHS_PX.iter().copied().filter(|one| *one < largest).collect();
    all.push(largest);
    let scaled = |one: u32| {
        let most = u64::from(HEIGHT_PX_MAX) * u64::from(wide) / u64::from(high);
        let one = u64::from(one).min(most).max(1);
        let tall = (one * u64::from(high) + u64::from(wide) / 2) / u64::from(wide);
        let px = |side: u64| u32::try_from(side.max(1)).unwrap_or(u32::MAX);
        if turned { (px(tall), px(one)) } else { (px(one), px(tall)) }
    };
    let mut sizes: Vec<(u32, u32)> = all.into_iter().map(scaled).collect();
    sizes.dedup();
    sizes
}

fn resized(dots: &RgbImage, width: u32, height: u32) -> Result<RgbImage, Fault> {
    if dots.dimensions() == (width, height) {
        return Ok(dots.clone());
    }
    let from = fast_image_resize::images::ImageRef::new(
        dots.width(),
        dots.height(),
        dots.as_raw(),
        PixelType::U8x3,
    );
    let from = from.map_err(|_| Fault::Broken)?;
    let mut to = Image::new(width, height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&from, &mut to, &options).map_err(|_| Fault::Broken)?;
    RgbImage::from_raw(width, height, to.into_vec()).ok_or(Fault::Broken)
}

fn written(dots: &RgbImage) -> Result<[NewFile; 2], Fault> {
    let (width, height) = dots.dimensions();
    let mut jpeg = vec![];
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY)
        .encode_image(dots)
        .map_err(|_| Fault::Broken)?;
    let webp = webp::Encoder::from_rgb(dots.as_raw(), width, height).encode(WEBP_QUALITY);
    let file = |format, bytes| NewFile {
        format,
        width: i64::from(width),
        height: i64::from(height),
        bytes,
    };
    Ok([file(Format::Webp, webp.to_vec()), file(Format::Jpeg, jpeg)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_made_larger_and_a_strip_is_made_narrower() {
        assert_eq!(widths(4000, 3000, false), [(360, 270), (720, 540), (1280, 960)]);
        assert_eq!(widths(4000, 3000, true), [(480, 360), (960, 720), (1707, 1280)]);
        assert_eq!(widths(500, 400, false), [(360, 288), (500, 400)]);
        assert_eq!(widths(200, 100, false), [(200, 100)]);
        assert_eq!(widths(1080, 10_800, false), [(360, 3600), (500, 5000)]);
    }
}
