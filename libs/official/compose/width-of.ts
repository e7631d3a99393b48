export { isHalf, widthOf } from '#charts';
