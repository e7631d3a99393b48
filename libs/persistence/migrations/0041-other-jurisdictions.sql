-- What was handed down stays on the record of each side also where the other is not in this system (yet): a jurisdiction is
-- archived, and taken in elsewhere, by itself. The carrier looks at the tree before it carries anything.

set local search_path = luoshi;

alter table hand_down drop constraint if exists hand_down_lower_id_fkey;
alter table handed_down_task drop constraint if exists handed_down_task_upper_id_fkey;
alter table cascade_message drop constraint if exists cascade_message_other_id_fkey;
