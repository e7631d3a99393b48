export { firstPassword as newPassword } from '#identity';
