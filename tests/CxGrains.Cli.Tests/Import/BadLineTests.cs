namespace CxGrains.Cli.Tests.Import;

public sealed class BadLineTests
{
    [Fact]
    public async Task Each_bad_line_of_a_csv_is_reported_with_its_line_and_reason()
    {
        await using var server = await IngestServer.StartAsync();
        using var cx = new Cx();
        var file = cx.Write(
            "in.csv",
            "customer,at,value,note\n"
            + "c1,2024-01-01,1.00,\"two\nlines\"\n"      // 2, 3
            + "c2,01/02/2024,1.00,x\n"                   // 4
            + "\n"                                       // 5
            + "c3,2024-01-01,\"1,234\",x\n"              // 6
            + ",2024-01-01,1.00,x\n"                     // 7
            + "c4,2024-01-01\n"                          // 8
            + "c5,2024-01-01,1.00,a\"b\n"                // 9
            + "c6,2024-01-01,2.50,ok\n");                // 10
        server.Fault = item => item["customer"]!.GetValue<string>() == "c6" ? ("value", "2.50 is refused") : null;

        var result = await cx.RunAsync("import", file, "--url", server.Url, "--type", "purchase", "--errors", cx.PathOf("bad.csv"));

        Assert.Equal(ExitCode.SomeRejected, result.Code);
        string[] expected =
        [
            "line 4: at: \"01/02/2024\" is not an ISO 8601 date or time (give --date-format for another form) (column at)",
            "line 6: value: \"1,234\" is not a number such as 12.50 (column value)",
            "line 7: customer: is empty",
            "line 8: has 2 fields where 4 are expected",
            "line 9: has a quote inside a field that is not quoted",
            "line 10: value: 2.50 is refused",
        ];
        Assert.Equal(expected, result.Error.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')));
        Assert.Equal(["line", "4", "6", "7", "8", "9", "10"], File.ReadAllLines(cx.PathOf("bad.csv")).Select(line => line.Split(',')[0]));
        Assert.Equal("c1", Assert.Single(server.Accepted.Values)["customer"]!.GetValue<string>());
        Assert.Equal("7", result.Row("lines"));
        Assert.Equal("2", result.Row("sent"));
        Assert.StartsWith("1 (", result.Row("accepted"), StringComparison.Ordinal);
        Assert.Equal("6", result.Row("rejected"));
        Assert.Equal("1", result.Row("customers"));
        Assert.Equal("1.00", result.Row("value"));
    }

    [Fact]
    public async Task Each_bad_line_of_ndjson_is_reported_with_its_line_and_reason()
    {
        using var cx = new Cx();
        var file = cx.Write(
            "in.ndjson",
            "{\"customer\":\"a\"}\n{\"customer\":\n\n[1]\n{\"a\":1,\"a\":2}\n" + new string('x', 1024 * 1024 + 1) + "\n{\"customer\":\"b\"}");

        var result = await cx.RunAsync("import", file, "--dry-run");

        Assert.Equal(ExitCode.SomeRejected, result.Code);
        var lines = result.Error.TrimEnd().Split('\n');
        Assert.Equal(["line 2", "line 4", "line 5", "line 6"], lines.Select(line => line.Split(':')[0]));
        Assert.Equal("2", result.Row("good"));
        Assert.Contains("line 6: is longer than 1048576 bytes", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_without_end_is_reported_and_not_held()
    {
        using var cx = new Cx();
        var file = cx.Write("in.csv", "customer,note\nc1,ok\nc2,\"" + new string('x', 200_000) + "\n");

        var result = await cx.RunAsync("import", file, "--type", "visit", "--dry-run");

        Assert.Equal(ExitCode.SomeRejected, result.Code);
        Assert.Contains("line 3: begins a field longer than 65536 characters", result.Error, StringComparison.Ordinal);
        Assert.Equal("1", result.Row("good"));
    }

    [Fact]
    public async Task The_console_shows_twenty_bad_lines_and_the_file_all()
    {
        using var cx = new Cx();
        var file = cx.Write("in.csv", "customer,value\n" + string.Concat(Enumerable.Repeat("c,x\n", 50)));

        var result = await cx.RunAsync("import", file, "--type", "purchase", "--dry-run", "--errors", cx.PathOf("bad.csv"));

        Assert.Equal(20, result.Error.Split('\n').Count(line => line.StartsWith("line ", StringComparison.Ordinal)));
        Assert.Equal(51, File.ReadAllLines(cx.PathOf("bad.csv")).Length);
        Assert.Equal("50", result.Row("bad"));
    }

    [Fact]
    public async Task A_batch_that_is_all_bad_does_not_stop_the_import()
    {
        await using var server = await IngestServer.StartAsync();
        using var cx = new Cx();
        server.Fault = item => item["customer"]!.GetValue<string>() == "bad" ? ("customer", "is bad") : null;
        var file = cx.Write("in.csv", "customer\nbad\nbad\ngood\ngood\n");

        var result = await cx.RunAsync("import", file, "--url", server.Url, "--type", "visit", "--batch", "2");

        Assert.Equal(ExitCode.SomeRejected, result.Code);
        Assert.Equal(2, server.Accepted.Count);
        Assert.Contains("line 2: customer: is bad", result.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: customer: is bad", result.Error, StringComparison.Ordinal);
    }
}
