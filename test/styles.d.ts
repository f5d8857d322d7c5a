/** Components load their styles; tests that draw them compile without knowing what is in a sheet. */
declare module '*.css';
