//+------------------------------------------------------------------+
//| Http.mqh - WebRequest as transport: lines out, lines in (MT4)     |
//+------------------------------------------------------------------+
#define OT_HTTP_TIMEOUT 1000    // the host holds a poll 50 ms at most
#define OT_HTTP_TRIES   3
#define HTTP_OK         200
#define HTTP_GONE       410     // the host ended this link

bool   g_http_open=false;
string g_http_link="";     // new with every connect
long   g_http_seq=0;       // of the exchange under way, from 1
int    g_http_tries=0;
char   g_http_out[];       // body of the exchange under way
char   g_http_in[];        // what the host sent and nobody took yet
bool   g_http_waits=false; // the exchange has had no answer

bool HttpOpen(string &why)
{
   g_http_link=NewNonce();
   g_http_seq=0;
   g_http_tries=0;
   g_http_waits=false;
   ArrayResize(g_http_out,0);
   ArrayResize(g_http_in,0);
   g_http_open=true;
   return(true);
}

string HttpUrl()
{
   return("http://"+HostAddress+(HostPort==80 ? "" : ":"+IntegerToString(HostPort))+"/ea/v1/exchange");
}

//--- One POST. An exchange without an answer keeps its number and is repeated: the host repeats its old answer.
bool HttpExchange()
{
   char reply[];
   string reply_headers="";
   if(!g_http_waits)
      g_http_seq++;
   g_http_waits=true;
   string headers="Content-Type: application/x-ndjson\r\nX-OT-Link: "+g_http_link+"\r\nX-OT-Seq: "+IntegerToString(g_http_seq)+"\r\n";
   ResetLastError();
   int status=WebRequest("POST",HttpUrl(),headers,OT_HTTP_TIMEOUT,g_http_out,reply,reply_headers);
   if(status==HTTP_OK)
   {
      g_http_waits=false;
      g_http_tries=0;
      ArrayResize(g_http_out,0);
      int have=ArraySize(g_http_in);
      int got=ArraySize(reply);
      if(got>0)
         ArrayCopy(g_http_in,reply,have,0,got);
      return(true);
   }
   if(status==-1 && GetLastError()==ERR_FUNCTION_NOT_CONFIRMED)
      Print("OpenTrading: add http://",HostAddress," in Tools > Options > Expert Advisors > Allow WebRequest for listed URL");
   g_http_tries++;
   return(status!=HTTP_GONE && (status==-1 || status>=500) && g_http_tries<OT_HTTP_TRIES);
}

int HttpRead(uchar &bytes[])
{
   if(!HttpExchange())
      return(-1);
   int count=ArraySize(g_http_in);
   ArrayResize(bytes,count);
   for(int i=0; i<count; i++)
      bytes[i]=(uchar)g_http_in[i];
   ArrayResize(g_http_in,0);
   return(count);
}

//--- into the body of the next exchange; what is under way must not change
int HttpWrite(const uchar &bytes[],const int from,const int count)
{
   if(g_http_waits)
      return(0);
   int have=ArraySize(g_http_out);
   ArrayResize(g_http_out,have+count,OT_CHUNK);
   for(int i=0; i<count; i++)
      g_http_out[have+i]=(char)bytes[from+i];
   return(count);
}

void HttpClose()
{
   g_http_open=false;
}
