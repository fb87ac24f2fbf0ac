flush privileges;
delete from global_priv where user='root' and host not in ('localhost','127.0.0.1');
flush privileges;
alter user 'root'@'localhost' identified by '${root}';
alter user 'root'@'127.0.0.1' identified by '${root}';
create user 'certhall'@'127.0.0.1' identified by '${hall}';
create user 'certhall'@'localhost' identified by '${hall}';
grant all on `certhall%`.* to 'certhall'@'127.0.0.1';
grant all on `certhall%`.* to 'certhall'@'localhost';
