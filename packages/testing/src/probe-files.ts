/**
 * A file that whoever judges uploads has to judge alike: client, mock and contract.
 */
export interface ProbeFile {
  /** What it is, in words; unique. */
  what: string;
  /** Its name, with the ending such files have. */
  name: string;
  /** The media type it is declared as. */
  declared: string;
  /** What it really is; `undefined` where it is not an image. */
  image: string | undefined;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Large enough for every documented minimum, small enough to be sent a hundred times. */
const size = 12_000;

/** Files of every kind that may reach an image API: formats, spellings, long heads, and what only looks like an image. */
export const probeFiles: readonly ProbeFile[] = [
  ...raster("image/png", "png", {
    "a PNG": "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x40\x08\x06\0\0\0",
    "a PNG whose first chunk is long": "\x89PNG\r\n\x1a\n\0\0\x20\0tEXt",
  }),
  ...raster("image/jpeg", "jpg", {
    "a JPEG with a JFIF head": "\xff\xd8\xff\xe0\0\x10JFIF\0\x01",
    "a JPEG with EXIF data": "\xff\xd8\xff\xe1\x20\0Exif\0\0",
    "a JPEG that begins with its tables": "\xff\xd8\xff\xdb\0\x43",
  }),
  ...raster("image/gif", "gif", {
    "an old GIF": "GIF87a\x40\0\x40\0",
    "a GIF": "GIF89a\x40\0\x40\0",
  }),
  ...raster("image/tiff", "tif", {
    "a little-endian TIFF": "II*\0\x08\0\0\0",
    "a big-endian TIFF": "MM\0*\0\0\0\x08",
    "a little-endian BigTIFF": "II+\0\x08\0\0\0",
    "a big-endian BigTIFF": "MM\0+\0\x08\0\0",
  }),
  ...raster("image/webp", "webp", {
    "a WebP": "RIFF\0\x20\0\0WEBPVP8 ",
    "a lossless WebP": "RIFF\0\x20\0\0WEBPVP8L",
    "an extended WebP": "RIFF\0\x20\0\0WEBPVP8X",
  }),
  ...raster("image/bmp", "bmp", {
    "a BMP": "BM\0\x20\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
    "a BMP that uses the reserved bytes": "BM\0\x20\0\0\x01\x02\x03\x04\x36\0\0\0\x28\0\0\0",
  }),
  ...raster("image/avif", "avif", {
    "an AVIF": "\0\0\0\x20ftypavif\0\0\0\0avifmif1",
    "an animated AVIF": "\0\0\0\x20ftypavis\0\0\0\0avifmif1",
  }),
  ...raster("image/heic", "heic", {
    "a HEIC": "\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "a HEIC of another brand": "\0\0\0\x18ftypheix\0\0\0\0mif1heix",
  }),
  ...raster("image/heif", "heif", { "a HEIF": "\0\0\0\x18ftypmif1\0\0\0\0mif1heic" }),
  ...raster("image/jxl", "jxl", {
    "a JPEG XL": "\xff\x0a\x10\xb0\x13\x08\x08\x10",
    "a JPEG XL in a container": "\0\0\0\x0cJXL \r\n\x87\n\0\0\0\x14ftypjxl ",
  }),
  ...raster("image/jp2", "jp2", {
    "a JPEG 2000": "\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 ",
  }),
  ...raster("image/x-icon", "ico", { "an icon": "\0\0\x01\0\x01\0\x20\x20\0\0" }),
  ...raster("image/vnd.adobe.photoshop", "psd", { "a Photoshop file": "8BPS\0\x01\0\0\0\0\0\0" }),
  ...raster("image/qoi", "qoi", { "a QOI": "qoif\0\0\0\x40\0\0\0\x40\x04\0" }),
  ...raster("image/x-portable-anymap", "ppm", {
    "a binary PPM": "P6\n64 64\n255\n\x80\x81\x82",
    "a PGM whose head has a comment": "P5\n# made by a scanner\n64 64\n255\n\x80",
  }),
  ...written("image/x-portable-anymap", "ppm", {
    "a PPM in plain text": "P3\n64 64\n255\n12 34 56\n",
  }),
  ...written("image/vnd.radiance", "hdr", {
    "a Radiance picture": "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 64 +X 64\n",
  }),
  ...written("image/x-xpixmap", "xpm", { "an XPM": "/* XPM */\nstatic char * a[] = {\n" }),
  ...written("image/x-xbitmap", "xbm", { "an XBM": "#define a_width 64\n#define a_height 64\n" }),
  ...written("image/x-xcf", "xcf", { "a GIMP picture": "gimp xcf file" }),
  ...written("image/x-fujifilm-raf", "raf", { "a Fujifilm raw picture": "FUJIFILMCCD-RAW 0201" }),
  ...written("image/vnd.dwg", "dwg", { "a drawing of AutoCAD": "AC1032" }),
  ...written("image/vnd.ms-photo", "jxr", { "a JPEG XR": "II\xbc\x20" }),
  ...written("image/flif", "flif", { "a FLIF": "FLIF31" }),
  ...written("image/x-canon-cr3", "cr3", { "a Canon raw picture": "@@@@ftypcrx " }),
  ...written("image/svg+xml", "svg", {
    "an SVG": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/>',
    "an SVG with an XML declaration":
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">',
    "an SVG with a byte order mark": '\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg">',
    "an SVG after blank lines": '\n\n  <svg xmlns="http://www.w3.org/2000/svg">',
    "an SVG with a document type":
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [ <!ENTITY a "b"> ]>\n<svg>',
    "an SVG with a prefix": '<svg:svg xmlns:svg="http://www.w3.org/2000/svg">',
    "an SVG with a comment of 300 bytes": `<!-- ${"licence ".repeat(36)} -->\n<svg width="64">`,
    "an SVG with a comment of 8,000 bytes": `<!-- ${"licence ".repeat(1000)} -->\n<svg width="64">`,
    "an SVG whose comment shows other tags": "<!-- <html> > --><svg>",
    "an SVG with a style sheet": '<?xml-stylesheet href="a.css" type="text/css"?>\n<svg>',
    "an SVG whose name ends on the next line": "<svg\n  width='64'>",
  }),
  ...written(undefined, "txt", {
    "a text": "Nothing to see here.\n",
    "a text that names svg": "An <svg> would be nice here.\n",
    "an HTML page": "<!doctype html>\n<html><body>",
    "an HTML page with an SVG in it": "<html><body><svg></svg>",
    "an XML document": "<?xml version='1.0'?>\n<note>",
    "an XML document whose name begins with svg": "<svgs>",
    "a JSON document": '{"svg": "<svg/>"}',
    "a PDF": "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a PostScript file": "%!PS-Adobe-3.0\n",
    "a ZIP archive": "PK\x03\x04\x14\0\0\0\x08\0",
    "a film": "\0\0\0\x18ftypisom\0\0\x02\0isomiso2",
    "a sound": "RIFF\0\x20\0\0WAVEfmt ",
    "bytes of an unknown format": "\x01\x02\x03\x04\x05\x06\x07\x08",
    "a signature that lacks its end": "\x89PNG\r\n\0\0\0\0",
  }),
];

/** Files whose bytes after the head do not matter. */
function raster(image: string, ending: string, heads: Record<string, string>): ProbeFile[] {
  return probes(image, ending, heads, 0);
}

/** Files that are text, to the end. */
function written(
  image: string | undefined,
  ending: string,
  heads: Record<string, string>,
): ProbeFile[] {
  return probes(image, ending, heads, 32);
}

function probes(
  image: string | undefined,
  ending: string,
  heads: Record<string, string>,
  filling: number,
): ProbeFile[] {
  return Object.entries(heads).map(([what, head]) => {
    const bytes = new Uint8Array(size).fill(filling);
    bytes.set(Uint8Array.from(head, (character) => character.charCodeAt(0)));
    return { what, name: `probe.${ending}`, declared: image ?? "image/png", image, bytes };
  });
}
