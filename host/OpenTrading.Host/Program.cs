using OpenTrading.Host.Faces.Cli;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
