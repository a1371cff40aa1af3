-- What a database needs so that translated T-SQL means the same: strings compared without case, sums of their own type, bits.
CREATE EXTENSION citext SCHEMA public;
CREATE SCHEMA tsql;

CREATE FUNCTION tsql.plus(citext, citext) RETURNS citext LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT CAST($1::text || $2::text AS citext) $$;
CREATE OPERATOR public.+ (LEFTARG = citext, RIGHTARG = citext, FUNCTION = tsql.plus);

CREATE FUNCTION tsql.negate(boolean) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT NOT $1 $$;
CREATE OPERATOR public.~ (RIGHTARG = boolean, FUNCTION = tsql.negate);
CREATE FUNCTION tsql.differ(boolean, boolean) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT $1 <> $2 $$;
CREATE OPERATOR public.^ (LEFTARG = boolean, RIGHTARG = boolean, FUNCTION = tsql.differ);
CREATE FUNCTION tsql.both(boolean, boolean) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT $1 AND $2 $$;
CREATE OPERATOR public.& (LEFTARG = boolean, RIGHTARG = boolean, FUNCTION = tsql.both);
CREATE FUNCTION tsql.either(boolean, boolean) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT $1 OR $2 $$;
CREATE OPERATOR public.| (LEFTARG = boolean, RIGHTARG = boolean, FUNCTION = tsql.either);

CREATE AGGREGATE tsql.sum(integer) (SFUNC = int4pl, STYPE = integer);
CREATE AGGREGATE tsql.sum(bigint) (SFUNC = int8pl, STYPE = bigint);
CREATE FUNCTION tsql.joined(citext, citext, citext) RETURNS citext LANGUAGE sql IMMUTABLE AS
    $$ SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE CAST($1::text || $3::text || $2::text AS citext) END $$;
CREATE AGGREGATE tsql.string_agg(citext, citext) (SFUNC = tsql.joined, STYPE = citext);

CREATE FUNCTION tsql.object_id(citext) RETURNS integer LANGUAGE sql STABLE STRICT AS $$
    SELECT c.oid::integer FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND lower(c.relname) = lower(regexp_replace(replace(replace($1::text, '[', ''), ']', ''), '^dbo\.', '')) $$;
CREATE VIEW tsql.identity_columns AS
    SELECT attname::text::citext AS name, attrelid::integer AS object_id FROM pg_attribute WHERE attidentity <> '';
CREATE VIEW tsql.tables AS SELECT relname::text::citext AS name, oid::integer AS object_id FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace;

-- The part is a word of T-SQL. A date stays a date, as there.
CREATE FUNCTION tsql.dateadd(part text, n numeric, d date) RETURNS date LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (d + (trunc(n) || ' ' || part)::interval)::date $$;
CREATE FUNCTION tsql.dateadd(part text, n numeric, t timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT t + (trunc(n) || ' ' || part)::interval $$;
CREATE FUNCTION tsql.dateadd(part text, n double precision, d date) RETURNS date LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (d + (trunc(n) || ' ' || part)::interval)::date $$;
CREATE FUNCTION tsql.dateadd(part text, n double precision, t timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT t + (trunc(n) || ' ' || part)::interval $$;
CREATE FUNCTION tsql.datediff(part text, a timestamp, b timestamp) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT CASE part
        WHEN 'year' THEN EXTRACT(year FROM b) - EXTRACT(year FROM a)
        WHEN 'month' THEN (EXTRACT(year FROM b) - EXTRACT(year FROM a)) * 12 + EXTRACT(month FROM b) - EXTRACT(month FROM a)
        WHEN 'day' THEN b::date - a::date
        WHEN 'hour' THEN EXTRACT(epoch FROM date_trunc('hour', b) - date_trunc('hour', a)) / 3600
        WHEN 'minute' THEN EXTRACT(epoch FROM date_trunc('minute', b) - date_trunc('minute', a)) / 60
        WHEN 'second' THEN EXTRACT(epoch FROM date_trunc('second', b) - date_trunc('second', a))
    END::integer $$;
