using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Scenarios;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Conformance.Embedded;

public class EmbeddedRestart : RestartScenarios
{
    // Only here: caller and runtime die as one. A silo that is killed within a test leaves its callers waiting for ever, as no killed
    // process does; what senders see when silos die is shown by the cluster's chaos run, with processes.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_sent_again_because_a_crash_left_it_unanswered_counts_once(int seed)
    {
        var random = new Random(seed);
        var runtime = await StartAsync();
        await DefineSegmentsAsync(runtime);
        var lines = Company.Lines(seed, customers: 100, interactions: 3000, until: Lines.Noon);
        var client = new Client(runtime);
        await client.SendAsync(lines.Take(100));
        var unanswered = new Queue<string[]>(lines.Skip(100).Chunk(50));
        while (unanswered.Count > 0)
        {
            var sent = unanswered.ToArray().Take(random.Next(1, 20)).Select(lines => (Lines: lines, Answer: client.AppendAsync(lines))).ToList();
            for (var left = random.Next(sent.Count); left > 0; left--)
            {
                await sent[^left].Answer;
            }

            runtime.Clock.Advance(TimeSpan.FromSeconds(random.Next(8)));
            var answered = sent.Where(item => item.Answer.IsCompletedSuccessfully).Select(item => item.Lines).ToHashSet();

            // Who was not answered hears of the crash, or never anything; it may count or not, and is sent again.
            await CrashAndStartAsync(runtime);
            unanswered = new Queue<string[]>(unanswered.Where(lines => !answered.Contains(lines)));
        }

        await new Recount(lines).MustEqualAsync(runtime);
    }

    protected override IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock) => new EmbeddedRuntimeUnderTest(size, clock);
}
