/** Operations whose body or answer has no example, each with the reason. */
export const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {};
