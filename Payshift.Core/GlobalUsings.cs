global using System.Globalization;
global using System.Text;
global using System.Text.Json;
global using Microsoft.Extensions.Logging;
global using Microsoft.Extensions.Options;
global using Payshift.Core.Webhooks;
