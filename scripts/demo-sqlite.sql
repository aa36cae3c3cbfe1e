-- Best customers of the last year, from three tables.
SELECT first_name || ' ' || last_name AS customer, count(DISTINCT orders.id) AS orders,
       printf('%.2f', sum(order_items.total)) AS value
FROM customers JOIN orders ON customer_id = customers.id JOIN order_items ON order_id = orders.id
WHERE ordered_at >= (SELECT datetime(max(ordered_at), '-1 year') FROM orders)
GROUP BY customers.id ORDER BY sum(order_items.total) DESC LIMIT 5;
