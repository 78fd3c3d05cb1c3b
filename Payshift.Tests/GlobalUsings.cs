global using System.Net;
global using System.Text;
global using System.Text.Json;
global using Microsoft.Extensions.DependencyInjection;
global using Payshift.Core.Providers;
global using Payshift.Core.Queue;
global using Payshift.Core.Webhooks;
global using Payshift.Tests.Infrastructure;
