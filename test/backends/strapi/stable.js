/** `article00000000000000001`: as long as Strapi's own, but the same on every computer. */
export const idOf = (kind, number) => kind + String(number).padStart(24 - kind.length, '0');
