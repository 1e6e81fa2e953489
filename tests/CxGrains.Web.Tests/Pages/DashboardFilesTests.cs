using System.Net;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Pages;

public sealed class DashboardFilesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("cx-pages-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("/", "text/html", "no-cache")]
    [InlineData("/index.html", "text/html", "no-cache")]
    [InlineData("/customers/ada@example.com", "text/html", "no-cache")]
    [InlineData("/assets/app-1a2b.js", "text/javascript", "public, max-age=31536000, immutable")]
    public async Task The_page_is_served_with_its_routes_and_caching(string path, string type, string caching)
    {
        Build();
        await using var server = await WebServer.StartAsync(options => options.DashboardDirectory = _directory);

        var response = await BrowseAsync(server, path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(caching, response.Headers.GetValues("Cache-Control").Single());
    }

    [Theory]
    [InlineData("/", "br")]
    [InlineData("/assets/app-1a2b.js", "br")]
    [InlineData("/openapi/v1.json", null)]
    public async Task The_pages_own_files_are_sent_compressed_and_no_answers_of_the_api(string path, string? encoding)
    {
        Build();
        await using var server = await WebServer.StartAsync(options => options.DashboardDirectory = _directory);

        var response = await server.SendAsync(HttpMethod.Get, path, change: request => request.Headers.Add("Accept-Encoding", "br, gzip"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Theory]
    [InlineData("/assets/gone.js")]
    [InlineData("/api/v1/gone")]
    [InlineData("/hubs/gone")]
    public async Task What_is_no_page_is_not_answered_with_one(string path)
    {
        Build();
        await using var server = await WebServer.StartAsync(options => options.DashboardDirectory = _directory);

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, null, await BrowseAsync(server, path));
    }

    [Fact]
    public async Task Without_a_built_page_a_plain_one_says_why()
    {
        await using var server = await WebServer.StartAsync(options => options.DashboardDirectory = _directory);

        var response = await BrowseAsync(server, "/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("npm", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/workspace")]
    [InlineData("/nothing")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var server = await WebServer.StartAsync(options => options.DashboardDirectory = _directory);

        var response = await server.SendAsync(HttpMethod.Get, path, key: null);

        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    private static Task<HttpResponseMessage> BrowseAsync(WebServer server, string path) =>
        server.SendAsync(HttpMethod.Get, path, key: null, change: request => request.Headers.Add("Accept", "text/html,*/*;q=0.8"));

    private void Build()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "assets"));
        File.WriteAllText(Path.Combine(_directory, "index.html"), "<!doctype html><title>t</title>");
        File.WriteAllText(Path.Combine(_directory, "assets", "app-1a2b.js"), "export {}");
    }
}
