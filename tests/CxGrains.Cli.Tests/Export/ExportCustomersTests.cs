using System.Text.Json;

namespace CxGrains.Cli.Tests.Export;

public sealed class ExportCustomersTests
{
    [Fact]
    public async Task Csv_holds_all_pages_and_no_formulas()
    {
        await using var server = await IngestServer.StartAsync();
        using var cx = new Cx();

        var result = await cx.RunAsync("export", "customers", "--url", server.Url);

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Equal(
            [
                "id,name,email,account,lastSeen,value,engagement,churnProbability,churnBand,churnWhy,segments",
                "a,\"Zoë, the first\",,,2026-01-02T03:04:05Z,10.50,12.5,0.25,low,,promoters quiet",
                "b,'=cmd(),,,2026-01-02T03:04:05Z,10.50,12.5,0.25,low,,promoters quiet",
                "c,,,,2026-01-02T03:04:05Z,10.50,12.5,0.25,low,,promoters quiet",
            ],
            result.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Ndjson_goes_to_a_file_as_the_server_gave_it()
    {
        await using var server = await IngestServer.StartAsync();
        using var cx = new Cx();
        var path = cx.PathOf("out.ndjson");

        var result = await cx.RunAsync("export", "customers", "--url", server.Url, "--format", "ndjson", "--output", path);

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Equal("", result.Out);
        var names = File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(customer => customer.TryGetProperty("name", out var name) ? name.GetString() : null);
        Assert.Equal(["Zoë, the first", "=cmd()", null], names);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_exit_code_3()
    {
        using var cx = new Cx();

        var result = await cx.RunAsync("export", "customers", "--url", "http://127.0.0.1:1");

        Assert.Equal(ExitCode.Server, result.Code);
        Assert.Contains("http://127.0.0.1:1/api/v1/customers", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "the key was sent and is not known there")]
    [InlineData(403, "it needs the scope 'read'")]
    public async Task A_refused_key_is_told_with_what_to_do(int status, string advice)
    {
        await using var server = await IngestServer.StartAsync();
        server.InsteadOfList = status;
        using var cx = new Cx();

        var result = await cx.RunAsync("export", "customers", "--url", server.Url);

        Assert.Equal(ExitCode.Server, result.Code);
        Assert.Contains(advice, result.Error, StringComparison.Ordinal);
    }
}
