using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Web.Json;

namespace CxGrains.Web.Users;

/// <summary>A person who signs in with name and password.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Name">What they sign in with, unique within the workspace; see <see cref="UserName"/>.</param>
/// <param name="DisplayName">What others see; null for the name.</param>
/// <param name="Role">What they may do.</param>
/// <param name="PasswordHash">The password as <see cref="Passwords"/> hashes it.</param>
/// <param name="Stamp">Random; another one ends every sign-in made before.</param>
/// <param name="IsDisabled">Whether they may not sign in.</param>
/// <param name="CreatedMs">When they were added, Unix milliseconds UTC.</param>
/// <param name="Version">Counts the changes from 1; 0 before the first is stored.</param>
internal sealed record User(
    string Workspace, string Name, string? DisplayName, UserRole Role, string PasswordHash, string Stamp, bool IsDisabled, long CreatedMs, int Version)
{
    /// <summary>The kind of the documents.</summary>
    public const string DocumentKind = "user";

    private const int StampBytes = 16;

    /// <summary>What others see.</summary>
    public string ShownName => DisplayName ?? Name;

    /// <summary>Whether they may do everything, now.</summary>
    public bool IsActiveAdministrator => Role == UserRole.Administrator && !IsDisabled;

    /// <summary>A new stamp.</summary>
    public static string NewStamp() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(StampBytes));

    /// <summary>The document of this user.</summary>
    public StoredDocument ToDocument()
    {
        var json = new UserJson(DisplayName, Roles.NameOf(Role), PasswordHash, Stamp, IsDisabled, CreatedMs);
        return new StoredDocument(Workspace, DocumentKind, Name, null, JsonSerializer.Serialize(json, WebJsonContext.Default.UserJson), Version);
    }

    /// <summary>The user of a document.</summary>
    public static User Of(StoredDocument document)
    {
        var json = JsonSerializer.Deserialize(document.Json, WebJsonContext.Default.UserJson)!;
        return new User(
            document.Workspace, document.Id, json.DisplayName, Roles.Parse(json.Role, "role"), json.PasswordHash, json.Stamp, json.Disabled, json.CreatedMs, document.Version);
    }
}
