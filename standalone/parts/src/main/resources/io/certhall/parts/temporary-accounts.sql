flush privileges;
delete from global_priv where user='root' and host not in ('localhost','127.0.0.1');
