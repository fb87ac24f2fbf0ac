-- What the document of an organisation is called, where it is neither code certificate.
alter table organisation add column document_name varchar(60) null;
