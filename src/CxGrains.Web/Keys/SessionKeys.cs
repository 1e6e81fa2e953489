using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary>Says where the keys that protect cookies are kept: never in the user's home, where the framework would put them.</summary>
internal sealed class SessionKeys(IOptions<WebOptions> options, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions keys) => keys.XmlRepository = options.Value.SessionKeysDirectory is { } directory
        ? new FileSystemXmlRepository(new DirectoryInfo(directory), loggers)
        : new MemoryXmlRepository();
}
