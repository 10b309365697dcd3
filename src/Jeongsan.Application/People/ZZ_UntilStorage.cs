global using JeongsanContext = Microsoft.EntityFrameworkCore.DbContext;
