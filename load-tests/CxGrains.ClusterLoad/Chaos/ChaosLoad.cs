using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CxGrains.ClusterLoad.Chaos;

/// <summary>Makes numbered interactions and counts them by itself, to be compared with what the cluster shows.</summary>
internal sealed class ChaosLoad
{
    private const int Customers = 200;
    private const int BatchLines = 20;

    private readonly Dictionary<string, (long Interactions, long Purchases)> _customers = [];
    private readonly HashSet<string> _detractors = [];
    private readonly long[] _scores = new long[11];
    private long _sent;

    /// <summary>Interactions acknowledged.</summary>
    public long Acknowledged => _customers.Values.Sum(customer => customer.Interactions);

    /// <summary>The next batch.</summary>
    public (string Ndjson, int Lines) Next()
    {
        var text = new StringBuilder();
        for (var i = 0; i < BatchLines; i++)
        {
            var number = _sent++;
            var customer = $"c{number * 7919 % Customers}";
            var (interactions, purchases) = _customers.GetValueOrDefault(customer);
            if (number % 4 == 3)
            {
                var score = (int)(number / 4 % 11);
                _scores[score]++;
                _ = score <= 6 ? _detractors.Add(customer) : _detractors.Remove(customer);
                text.AppendLine(CultureInfo.InvariantCulture, $$"""{"id":"n{{number}}","customer":"{{customer}}","type":"survey_response","survey":"nps","metric":"nps","score":{{score}},"at":"{{At(number)}}"}""");
                _customers[customer] = (interactions + 1, purchases);
            }
            else
            {
                text.AppendLine(CultureInfo.InvariantCulture, $$"""{"id":"n{{number}}","customer":"{{customer}}","type":"purchase","value":1,"currency":"EUR","at":"{{At(number)}}"}""");
                _customers[customer] = (interactions + 1, purchases + 1);
            }
        }

        return (text.ToString(), BatchLines);
    }

    /// <summary>What the cluster shows and what it should, one sentence for each difference.</summary>
    public async Task<List<string>> DifferencesAsync(ChaosClient client)
    {
        var found = new List<string>();
        foreach (var (id, (interactions, purchases)) in _customers)
        {
            var view = await client.GetAsync($"/api/v1/customers/{id}");
            Compare(found, $"customer {id} interactions", interactions, view.GetProperty("interactions").GetInt64());
            Compare(found, $"customer {id} purchases", purchases, view.GetProperty("purchases").GetProperty("count").GetInt64());
        }

        var survey = await client.GetAsync("/api/v1/surveys/nps?window=30d");
        Compare(found, "survey responses", _scores.Sum(), survey.GetProperty("responses").GetInt64());
        for (var score = 0; score < _scores.Length; score++)
        {
            var shown = survey.GetProperty("histogram").TryGetProperty(score.ToString(CultureInfo.InvariantCulture), out var count) ? count.GetInt64() : 0;
            Compare(found, $"survey answers of {score}", _scores[score], shown);
        }

        Compare(found, "members of buyers", _customers.Count(customer => customer.Value.Purchases > 0), Members(await client.GetAsync("/api/v1/segments/buyers")));
        Compare(found, "members of detractors", _detractors.Count, Members(await client.GetAsync("/api/v1/segments/detractors")));
        return found;
    }

    private static long Members(JsonElement segment) => segment.GetProperty("members").GetInt64();

    // One after the other in time too, so that the latest answer of a customer is the last one sent.
    private static string At(long number) => TimeProvider.System.GetUtcNow().Date.AddMilliseconds(number).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static void Compare(List<string> found, string what, long expected, long shown)
    {
        if (expected != shown)
        {
            found.Add($"{what}: {expected} sent, {shown} shown ({(shown < expected ? "lost" : "counted twice")})");
        }
    }
}
