"""What bench/run is made of: processes, contenders, statistics, tables, the plot."""
