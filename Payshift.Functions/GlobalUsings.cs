global using Microsoft.Azure.Functions.Worker;
