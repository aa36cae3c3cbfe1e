\echo 'Foreign keys, each verified by the server:'
SELECT conrelid::regclass AS "table", pg_get_constraintdef(oid) AS "references" FROM pg_constraint
WHERE contype = 'f' AND convalidated ORDER BY 1, 2;
\echo 'Sales by status:'
SELECT status, count(*) AS orders, sum(total) AS value FROM orders JOIN order_items ON order_id = orders.id
GROUP BY status ORDER BY status;
\echo 'Best customers:'
SELECT first_name, last_name, email, count(*) AS orders FROM customers JOIN orders ON customer_id = customers.id
GROUP BY customers.id ORDER BY orders DESC, customers.id LIMIT 5;
