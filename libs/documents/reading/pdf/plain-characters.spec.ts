import { plainCharacters } from './plain-characters.js';

describe('characters of a PDF', () => {
  it('that are radicals by their number are read as the characters that they look like', () => {
    expect(
      plainCharacters('县\u2f54利局\u2f2f作：公\u2fa5、\u2ed3江、\u2ec4\u2ed4、居\u2ea0、\u2ee2路、\u2ee9河'),
    ).toBe('县水利局工作：公里、长江、西门、居民、马路、黄河');
  });

  it('and all others stay as they are', () => {
    expect(plainCharacters('①（一）〔2025〕３号 km² ㎡ ﹣')).toBe('①（一）〔2025〕３号 km² ㎡ ﹣');
  });
});
