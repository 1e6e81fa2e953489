using CxGrains.LoadGenerator;

return await LoadCommand.RunAsync(args);
