using System.Net;
using System.Text.Json;

namespace CxGrains.Web.Tests.Support;

/// <summary>Expectations of problems.</summary>
internal static class ProblemAssert
{
    /// <summary>The answer is a problem of a status, about a field.</summary>
    public static async Task<JsonElement> IsAsync(HttpStatusCode status, string? field, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"expected {status}, got {response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("urn:cxgrains:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
        return problem;
    }
}
