using BenchmarkDotNet.Running;
using CxGrains.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SampleLines).Assembly).Run(args);
