import type { ReactNode } from 'react';

/** The few drawings the pages need, so that no icon font or library is loaded for them. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const CalendarIcon = () => (
  <Icon>
    <path d="M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5M7 12h.01M10 12h.01M13 12h.01" />
  </Icon>
);
export const StairsIcon = () => (
  <Icon>
    <path d="M3 16.5h4V13h4V9.5h4V6h2.5" />
  </Icon>
);
export const PulseIcon = () => (
  <Icon>
    <path d="M2.5 10.5h4l2-5.5 3.5 10 2-4.5h3.5" />
  </Icon>
);
export const PeopleIcon = () => (
  <Icon>
    <path d="M7.5 9.5a3 3 0 100-6 3 3 0 000 6zM2.5 16.5c0-3 2-5 5-5s5 2 5 5M12.5 4a3 3 0 010 5.5M14 11.8c2.2.6 3.5 2.3 3.5 4.7" />
  </Icon>
);
export const HouseIcon = () => (
  <Icon>
    <path d="M4 16.5v-11l6-2.5 6 2.5v11M2.5 16.5h15M8.5 16.5V13h3v3.5M7.5 7.5h.01M12.5 7.5h.01M7.5 10.2h.01M12.5 10.2h.01" />
  </Icon>
);
export const PhoneIcon = () => (
  <Icon>
    <path d="M6 3.5l2 3.5-1.5 1.5a9 9 0 005 5L13 12l3.5 2v2.5c-6.5.5-13.5-6.5-13-13z" />
  </Icon>
);
export const MailIcon = () => (
  <Icon>
    <path d="M3 5h14v10H3zM3 5.5l7 5 7-5" />
  </Icon>
);
export const ListIcon = () => (
  <Icon>
    <path d="M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01" />
  </Icon>
);
export const StackIcon = () => (
  <Icon>
    <path d="M10 3.5l7 3.5-7 3.5L3 7zM3 10.5l7 3.5 7-3.5M3 13.5l7 3.5 7-3.5" />
  </Icon>
);
export const MedalIcon = () => (
  <Icon>
    <circle cx="10" cy="12.5" r="4" />
    <path d="M7 9L4.5 3.5M13 9l2.5-5.5M8.5 3.5h3" />
  </Icon>
);
export const WeightIcon = () => (
  <Icon>
    <path d="M6 7.5h8l2 9H4zM10 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" />
  </Icon>
);
export const PenIcon = () => (
  <Icon>
    <path d="M4 16l.8-3.4L13.2 4.2a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2 4 16z" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="M4 3.5h12v13H4zM7 10l2.2 2.2L13.5 8" />
  </Icon>
);
export const FlagIcon = () => (
  <Icon>
    <path d="M5 17V3.5h9.5l-2 3.5 2 3.5H5" />
  </Icon>
);
export const BellIcon = () => (
  <Icon>
    <path d="M10 3a4.5 4.5 0 0 1 4.5 4.5c0 4 1.5 5 1.5 6H4c0-1 1.5-2 1.5-6A4.5 4.5 0 0 1 10 3zM8.3 16.500a1.8 1.8 0 0 0 3.4 0" />
  </Icon>
);
export const ChartIcon = () => (
  <Icon>
    <path d="M3.5 16.500h13M6 13.500v-4M10 13.500v-9M14 13.500v-6" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <path d="M3 5.500h14M3 10h14M3 14.5h14" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M12 4.5L6.5 10l5.5 5.5" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <path d="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5L17 17" />
  </Icon>
);
export const DeskIcon = () => (
  <Icon>
    <path d="M3 3.500h6v6H3zM11 3.500h6v4h-6zM11 9.500h6v7h-6zM3 11.500h6v5H3z" />
  </Icon>
);
export const BoardIcon = () => (
  <Icon>
    <path d="M2.500 4h15v10h-15zM7 17h6M6 7.500h2M10 7.500h2M6 10.500h2M10 10.500h2M14 7.500v3" />
  </Icon>
);
export const LensIcon = () => (
  <Icon>
    <path d="M9 3.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zM13 13l4 4M6.800 9l1.600 1.600 3-3.200" />
  </Icon>
);
export const GaugeIcon = () => (
  <Icon>
    <path d="M3.5 14.5a6.5 6.5 0 1 1 13 0M10 14.5l3-4.5" />
  </Icon>
);
export const PaperIcon = () => (
  <Icon>
    <path d="M4.500 2.500h11v15h-11zM7 6h6M7 9.500h6M7 12.500h3.500" />
  </Icon>
);
export const DocumentIcon = () => (
  <Icon>
    <path d="M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500M7.500 10h5.500M7.500 13h5.500" />
  </Icon>
);
export const TrailIcon = () => (
  <Icon>
    <path d="M4 4.500h7M4 8.500h4M4 12.500h3M12.500 9a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM15 15l2.500 2.500" />
  </Icon>
);
export const PlugIcon = () => (
  <Icon>
    <path d="M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v2.500" />
  </Icon>
);
