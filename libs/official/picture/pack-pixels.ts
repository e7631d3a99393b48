import { crc32, deflate } from 'node:zlib';
import { promisify } from 'node:util';

/**
 * A picture's pixels packed as PNG packs them: three bytes each, every row led by its filter, deflated. PDF takes the same bytes
 * (`Predictor` 15), so that a picture is painted and packed once for both.
 */
export interface PackedPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** PNG's filter that gives each byte as its difference from the one above: drawings have much that goes on downwards. */
const UP = 2;
const CHANNELS = 3;

const packed = promisify(deflate);

/** @param pixels four bytes each, opaque, row by row */
export async function packPixels(width: number, height: number, pixels: Uint8Array): Promise<PackedPixels> {
  return { width, height, data: await packed(filteredRows(width, height, pixels)) };
}

function filteredRows(width: number, height: number, pixels: Uint8Array): Buffer {
  const row = width * CHANNELS + 1;
  const filtered = Buffer.alloc(row * height);
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    let to = y * row;
    filtered[to++] = UP;
    for (const end = at + width; at < end; at += 1, to += CHANNELS) {
      const above = at - width;
      // Nearly all of a drawing is as what is above it, and stays 0.
      if (above >= 0 && whole[at] === whole[above]) continue;
      for (let channel = 0; channel < CHANNELS; channel += 1)
        // The row above the first is black, by the standard.
        filtered[to + channel] =
          (pixels[at * 4 + channel] ?? 0) - (above < 0 ? 0 : (pixels[above * 4 + channel] ?? 0));
    }
  }
  return filtered;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a channel, colours without a palette; packed and filtered as ever, not interlaced. */
const LAYOUT = [8, 2, 0, 0, 0];

/** The same as a PNG file. */
export function pngOf({ width, height, data }: PackedPixels): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(LAYOUT, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(4);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([length, body, ends]);
}
