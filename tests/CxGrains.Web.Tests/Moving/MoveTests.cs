using System.Net;
using System.Text;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Moving;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Moving;

public class MoveTests
{
    private const string Path = "/api/v1/move?partitions=4&lastRow=70&customers=1&source=";

    private static readonly string Id = new('a', 64);
    private static readonly string Line = Encoding.UTF8.GetString(MoveJson.Write(new MovedCustomer(2, "acme", "ada", [1, 2], [3])));

    [Fact]
    public async Task Parts_reach_the_runtime_as_they_were_sent()
    {
        var target = new MoveTarget();
        await using var server = await StartAsync(target);

        var answer = await server.SendAsync(HttpMethod.Post, Path + Id + "&last=true", Line + "\n\n" + Line);

        Assert.Equal("""{"state":"sealed","parts":2}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(new MoveSource(Id, 4, 70, 1), target.Source);
        Assert.Equal(new byte[][] { [1, 2], [1, 2] }, target.Parts.Cast<MovedCustomer>().Select(part => part.State));
    }

    [Fact]
    public async Task A_line_that_is_no_part_is_named_and_nothing_reaches_the_runtime()
    {
        var target = new MoveTarget();
        await using var server = await StartAsync(target);

        var answer = await server.SendAsync(HttpMethod.Post, Path + Id, Line + "\n{\"kind\":\"planet\"}");

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "body[1]", answer);
        Assert.Empty(target.Parts);
    }

    [Fact]
    public async Task A_refusal_is_told_in_its_own_words()
    {
        await using var server = await StartAsync(new MoveTarget { Refusal = new ConflictException("The cluster has interactions of its own") });

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.Conflict, null, await server.SendAsync(HttpMethod.Post, Path + Id, Line));

        Assert.Equal("The cluster has interactions of its own", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_server_that_keeps_a_directory_of_its_own_says_so()
    {
        await using var server = await WebServer.StartAsync();

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.NotImplemented, null, await server.SendAsync(HttpMethod.Post, Path + Id, Line));

        Assert.Contains("into a cluster only", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_key_of_another_workspace_is_refused()
    {
        await using var server = await StartAsync(new MoveTarget());

        var answer = await server.SendAsync(HttpMethod.Post, Path + Id, Line, await server.KeyAsync("acme", Scopes.Admin));

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, null, answer);
    }

    private static Task<WebServer> StartAsync(IMoveTarget target) => WebServer.StartAsync(services: services => services.AddSingleton(target));

    private sealed class MoveTarget : IMoveTarget
    {
        public Exception? Refusal { get; init; }

        public MoveSource? Source { get; private set; }

        public List<MovedPart> Parts { get; } = [];

        public ValueTask<MoveState> TakeAsync(MoveSource source, IReadOnlyList<MovedPart> parts, bool isLast, CancellationToken cancellationToken)
        {
            if (Refusal is not null)
            {
                throw Refusal;
            }

            Source = source;
            Parts.AddRange(parts);
            return ValueTask.FromResult(isLast ? MoveState.Sealed : MoveState.Open);
        }
    }
}
