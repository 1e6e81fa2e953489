using System.Globalization;

namespace CxGrains.Cli.Tests.Import;

public sealed class CdnowTests
{
    [CdnowFact]
    public async Task The_whole_file_arrives_with_its_published_counts_and_its_own_total()
    {
        var file = CdnowFactAttribute.FindFile();
        Assert.True(file is not null, "shared/data/cdnow_master.txt is missing");
        await using var server = await IngestServer.StartAsync();
        using var cx = new Cx();

        var result = await cx.RunAsync(
            "import", file, "--url", server.Url, "--state", cx.PathOf("state"), "--delimiter", "whitespace",
            "--map", "customer=customer_id,at=date,value=dollar_value,properties.cds=number_of_cds", "--date-format", "yyyyMMdd", "--type", "purchase");

        // Independent of the reader under test: cents as whole numbers, by the place of the last field.
        var cents = File.ReadLines(file).Skip(1)
            .Sum(line => long.Parse(line[(line.LastIndexOf(' ') + 1)..].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Equal("69,659", result.Row("lines"));
        Assert.StartsWith("69,659 (", result.Row("accepted"), StringComparison.Ordinal);
        Assert.Equal("23,570", result.Row("customers"));
        Assert.Equal((cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture), result.Row("value"));

        Assert.Equal(69_659, server.Accepted.Count);
        Assert.Equal(23_570, server.Accepted.Values.Select(item => item["customer"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(cents / 100m, server.Accepted.Values.Sum(item => item["value"]!.GetValue<decimal>()));
        Assert.Equal("1997-01-01T00:00:00.000Z", server.Accepted.Values.Min(item => item["at"]!.GetValue<string>()));
        Assert.Equal("1998-06-30T00:00:00.000Z", server.Accepted.Values.Max(item => item["at"]!.GetValue<string>()));
    }
}
