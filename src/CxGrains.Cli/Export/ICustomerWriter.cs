using System.Text.Json;

namespace CxGrains.Cli.Export;

/// <summary>Writes customers in some form; disposing writes what is left and leaves the output open.</summary>
internal interface ICustomerWriter : IDisposable
{
    /// <summary>Writes one customer as the server gave it.</summary>
    void Write(JsonElement customer);
}
