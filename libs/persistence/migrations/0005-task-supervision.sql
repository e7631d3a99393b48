-- What the later life of a task needs: a text that is revised while the task runs.

set local search_path = luoshi;

-- A revised text prints its indicators anew; what stood there before is in the task's events.
grant delete on indicator to luoshi_app;
