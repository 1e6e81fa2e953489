using Microsoft.AspNetCore.Http;

namespace CxGrains.Cli.Tests.Import;

public sealed class ResumeTests
{
    private static readonly string Rows = string.Concat(Enumerable.Range(1, 100).Select(i => i == 3 ? "c3,bad\n" : $"c{i},0.10\n"));

    [Fact]
    public async Task After_a_failure_the_same_command_goes_on_behind_the_confirmed_lines()
    {
        await using var server = await IngestServer.StartAsync();
        server.Instead = RefuseFrom(5);
        using var cx = new Cx();
        string[] args = Args(cx, server, "--parallel", "1");

        var stopped = await cx.RunAsync(args);
        server.Instead = RefuseFrom(int.MaxValue);
        var finished = await cx.RunAsync(args);

        Assert.Equal(ExitCode.Server, stopped.Code);
        Assert.Contains("run the same command again to go on from there", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeRejected, finished.Code);
        Assert.Contains("going on behind line 42", finished.Error, StringComparison.Ordinal);

        // 4 batches before the refusal, the refused one, and 6 for the other 59 lines: no confirmed line was sent again.
        Assert.Equal(11, server.Requests);
        Assert.Equal(99, server.Accepted.Count);
        Assert.Equal("100", finished.Row("lines"));
        Assert.StartsWith("99 (", finished.Row("accepted"), StringComparison.Ordinal);
        Assert.Equal("1", finished.Row("rejected"));
        Assert.Equal("99", finished.Row("customers"));
        Assert.Equal("9.90", finished.Row("value"));
        Assert.False(File.Exists(cx.PathOf("in.csv.cx-resume")));
    }

    [Fact]
    public async Task After_an_abort_in_the_middle_everything_arrives_once()
    {
        await using var server = await IngestServer.StartAsync();
        using var abort = new CancellationTokenSource();
        server.Instead = async (number, context) =>
        {
            if (number == 6)
            {
                // The client is gone before it has the answer.
                await abort.CancelAsync();
            }

            return false;
        };
        using var cx = new Cx();
        var args = Args(cx, server, "--parallel", "1");

        var stopped = await cx.RunAsync(args, abort.Token);
        var finished = await cx.RunAsync(args);

        Assert.Equal(ExitCode.Interrupted, stopped.Code);
        Assert.Contains("up to line 52;", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("going on behind line 52", finished.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeRejected, finished.Code);
        Assert.Equal(99, server.Accepted.Count);
        Assert.StartsWith("99 (", finished.Row("accepted"), StringComparison.Ordinal);
        Assert.Equal("9.90", finished.Row("value"));
    }

    [Fact]
    public async Task Batches_that_are_answered_out_of_order_are_confirmed_in_order()
    {
        await using var server = await IngestServer.StartAsync();
        var secondIsDone = new TaskCompletionSource();
        server.Instead = async (number, context) =>
        {
            if (number == 2)
            {
                context.Response.OnCompleted(() =>
                {
                    secondIsDone.TrySetResult();
                    return Task.CompletedTask;
                });
                return false;
            }

            await secondIsDone.Task;
            context.Response.StatusCode = 403;
            return true;
        };
        using var cx = new Cx();

        var stopped = await cx.RunAsync(Args(cx, server, "--parallel", "2"));

        // The second request was answered well, but the first was refused: no line may count as confirmed unless it is the first batch's.
        Assert.Equal(ExitCode.Server, stopped.Code);
        var firstWasTaken = server.Accepted.Values.Any(item => item["customer"]!.GetValue<string>() == "c1");
        Assert.Contains(firstWasTaken ? "up to line 12;" : "up to line 0;", stopped.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--set", "channel=web")]
    [InlineData("--key", "cx_other")]
    [InlineData("--restart")]
    public async Task Another_job_or_a_restart_begins_at_the_first_line(params string[] change)
    {
        await using var server = await IngestServer.StartAsync();
        server.Instead = RefuseFrom(5);
        using var cx = new Cx();
        await cx.RunAsync(Args(cx, server, "--parallel", "1"));
        server.Instead = RefuseFrom(int.MaxValue);

        var result = await cx.RunAsync(Args(cx, server, change));

        Assert.DoesNotContain("going on", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_resume_file_goes_where_it_is_told()
    {
        await using var server = await IngestServer.StartAsync();
        server.Instead = RefuseFrom(2);
        using var cx = new Cx();

        await cx.RunAsync(Args(cx, server, "--parallel", "1", "--state", cx.PathOf("state")));

        Assert.True(File.Exists(Path.Combine(cx.PathOf("state"), "in.csv.cx-resume")));
        Assert.DoesNotContain(IngestServer.Key, File.ReadAllText(Path.Combine(cx.PathOf("state"), "in.csv.cx-resume")), StringComparison.Ordinal);
    }

    private static string[] Args(Cx cx, IngestServer server, params string[] more) =>
        ["import", cx.Write("in.csv", "customer,value\n" + Rows), "--url", server.Url, "--type", "purchase", "--batch", "10", .. more];

    private static Func<int, HttpContext, Task<bool>> RefuseFrom(int first) => (number, context) =>
    {
        if (number >= first)
        {
            context.Response.StatusCode = 403;
        }

        return Task.FromResult(number >= first);
    };
}
