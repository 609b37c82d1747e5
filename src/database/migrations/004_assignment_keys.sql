-- Migration 4: assignments have a key of their own, by which views and templates join what belongs to one.

-- «item@organization» or «item@@person». The trigger writes it: only it knows the keys of the three.
ALTER TABLE assignments ADD COLUMN key TEXT NOT NULL DEFAULT '';
UPDATE assignments SET key = (SELECT key FROM items WHERE id = item_id)
  || coalesce('@' || (SELECT key FROM organizations WHERE id = organization_id),
              '@@' || (SELECT key FROM people WHERE id = person_id));
CREATE UNIQUE INDEX assignments_key ON assignments (key);
CREATE TRIGGER assignments_make_key AFTER INSERT ON assignments BEGIN
  UPDATE assignments SET key = (SELECT key FROM items WHERE id = new.item_id)
    || coalesce('@' || (SELECT key FROM organizations WHERE id = new.organization_id),
                '@@' || (SELECT key FROM people WHERE id = new.person_id))
    WHERE id = new.id;
END;
