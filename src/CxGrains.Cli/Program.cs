using CxGrains.Cli;

return await CxCommand.RunAsync(args, CliConsole.OfProcess(), CancellationToken.None);
