IF DB_ID('platform') IS NULL CREATE DATABASE platform;
GO
ALTER DATABASE platform SET READ_COMMITTED_SNAPSHOT ON;
IF SUSER_ID('platform_owner') IS NULL CREATE LOGIN platform_owner WITH PASSWORD = '$(OWNER_PASSWORD)';
IF SUSER_ID('platform_app') IS NULL CREATE LOGIN platform_app WITH PASSWORD = '$(APP_PASSWORD)';
GO
USE platform;
IF USER_ID('platform_owner') IS NULL CREATE USER platform_owner;
IF USER_ID('platform_app') IS NULL CREATE USER platform_app;
ALTER ROLE db_owner ADD MEMBER platform_owner;
ALTER ROLE db_datareader ADD MEMBER platform_app;
ALTER ROLE db_datawriter ADD MEMBER platform_app;
GO
