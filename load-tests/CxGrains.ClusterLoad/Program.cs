using CxGrains.ClusterLoad;
using CxGrains.ClusterLoad.Chaos;

if (args is ["chaos"])
{
    await using var chaos = new ChaosRun();
    return await chaos.RunAsync() ? 0 : 1;
}

const int Partitions = 4;
const int Customers = 10_000;
const int Surveys = 10;

await using var silo = await OneSilo.StartAsync(Partitions);
var throughput = new Throughput(silo);
await throughput.DefineSurveysAsync(Surveys);
Console.WriteLine("Warming up");
await throughput.BareCallsAsync(TimeSpan.FromSeconds(2));
await throughput.AppliedAsync(BatchSource.Visits(100, Customers, 1, silo.Names));
for (var run = 1; run <= 3; run++)
{
    var bare = await throughput.BareCallsAsync(TimeSpan.FromSeconds(4));
    var client = await throughput.ClientCallsAsync(TimeSpan.FromSeconds(4));
    var one = await throughput.AppliedAsync(BatchSource.Visits(200, Customers, 1, silo.Names));
    var twenty = await throughput.AppliedAsync(BatchSource.Visits(400, Customers, 20, silo.Names));
    var uniform = await throughput.AppliedAsync(BatchSource.Answers(100, Customers, Surveys, isHot: false, silo.Names));
    var hot = await throughput.AppliedAsync(BatchSource.Answers(100, Customers, Surveys, isHot: true, silo.Names));
    Console.WriteLine($"run {run}: bare {bare:N0}/s, by a client {client:N0}/s; one a customer {one:N0}/s = {one / bare:F3} and {one / client:F3}; twenty {twenty:N0}/s = {twenty / bare:F3} and {twenty / client:F3}; answers {uniform:N0}/s, hot {hot:N0}/s = {hot / uniform:F3}");
}

return 0;
