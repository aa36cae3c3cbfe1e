-- The columns of descriptions/users.yaml made by PostgreSQL itself: psql -v rows=N -f postgres.sql
COPY (
  SELECT i AS id, gen_random_uuid() AS uid, first_name, last_name,
    lower(first_name) || '.' || lower(last_name) || (random() * 100)::int || '@example.com' AS email,
    date_trunc('second', timestamp '2020-01-01' + random() * interval '1826 days') AS created_at,
    (random() * 9999.99)::numeric(10, 2) AS balance,
    (ARRAY['active', 'inactive', 'pending', 'banned'])[1 + (random() * 3)::int] AS status,
    phrases[1 + (random() * 7)::int] || ' ' || phrases[1 + (random() * 7)::int] || ' '
      || phrases[1 + (random() * 7)::int] AS bio
  FROM (
    SELECT i,
      (ARRAY['James', 'Mary', 'Robert', 'Patricia', 'John', 'Jennifer', 'Michael', 'Linda', 'David', 'Elizabeth',
             'William', 'Barbara', 'Richard', 'Susan', 'Joseph', 'Jessica'])[1 + (random() * 15)::int] AS first_name,
      (ARRAY['Smith', 'Johnson', 'Williams', 'Brown', 'Jones', 'Garcia', 'Miller', 'Davis', 'Rodriguez', 'Martinez',
             'Hernandez', 'Lopez', 'Gonzalez', 'Wilson', 'Anderson', 'Taylor'])[1 + (random() * 15)::int] AS last_name,
      ARRAY['lorem ipsum dolor sit amet', 'consectetur adipiscing elit', 'sed do eiusmod tempor',
            'incididunt ut labore et', 'dolore magna aliqua ut', 'enim ad minim veniam', 'nostrud exercitation',
            'ullamco laboris nisi ut'] AS phrases
    FROM generate_series(1, :rows) AS i
    OFFSET 0) AS people
) TO STDOUT;
