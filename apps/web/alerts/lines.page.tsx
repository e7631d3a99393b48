export function LinesPage() { return null; }
