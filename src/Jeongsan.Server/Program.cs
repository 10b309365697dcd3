using Jeongsan.Server.Hosting;

return await Commands.RunAsync(args);
