export function SittingsPage() { return null; }
