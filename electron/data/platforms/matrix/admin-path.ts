/** Where Synapse's admin interface stands. */
export const adminPath = '/_synapse/admin';
