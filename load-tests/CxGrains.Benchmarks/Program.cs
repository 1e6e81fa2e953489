using BenchmarkDotNet.Running;
using CxGrains.Benchmarks;

if (args is ["scores"])
{
    ScoreCost.Run();
}
else if (args is ["accounts"])
{
    AccountCost.Run();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(SampleLines).Assembly).Run(args);
}
