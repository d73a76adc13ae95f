//+------------------------------------------------------------------+
//| Socket.mqh - the transport of MT5: TCP, the expert connects       |
//+------------------------------------------------------------------+
#define OT_CONNECT_MS 500
#define OT_READ_MS    10     // SocketIsReadable may promise a byte that is not there: never wait long for it
#define OT_WRITE_MS   2000

int g_socket=INVALID_HANDLE;

bool TransportOpen(string &why)
{
   g_socket=SocketCreate();
   if(g_socket==INVALID_HANDLE)
   {
      why=StringFormat("no socket, error %d",GetLastError());
      return(false);
   }
   ResetLastError();
   if(SocketConnect(g_socket,HostAddress,(uint)HostPort,OT_CONNECT_MS))
   {
      SocketTimeouts(g_socket,OT_WRITE_MS,OT_READ_MS);
      return(true);
   }
   int error=GetLastError();
   if(error==ERR_FUNCTION_NOT_ALLOWED)
      why="add "+HostAddress+" in Tools > Options > Expert Advisors > Allow WebRequest for listed URL";
   else
      why=StringFormat("the host does not answer at %s:%d, error %d",HostAddress,HostPort,error);
   TransportClose();
   return(false);
}

//--- bytes received, 0 = none, -1 = the link is gone
int TransportRead(uchar &bytes[])
{
   if(!SocketIsConnected(g_socket))
      return(-1);
   uint readable=SocketIsReadable(g_socket);
   if(readable==0)
      return(0);
   uint size=readable<OT_CHUNK ? readable : OT_CHUNK;
   int count=SocketRead(g_socket,bytes,size,OT_READ_MS);
   if(count>0)
      return(count);
   return(SocketIsConnected(g_socket) ? 0 : -1);
}

//--- bytes taken, 0 = the peer is slow, -1 = the link is gone
int TransportWrite(const uchar &bytes[],const int from,const int count)
{
   if(!SocketIsConnected(g_socket))
      return(-1);
   if(!SocketIsWritable(g_socket))
      return(0);
   uchar part[];
   ArrayResize(part,count);
   ArrayCopy(part,bytes,0,from,count);
   int sent=SocketSend(g_socket,part,(uint)count);
   return(sent>0 ? sent : -1);
}

//--- the last words are with the system already
void TransportFinish()
{
}

void TransportClose()
{
   if(g_socket!=INVALID_HANDLE)
      SocketClose(g_socket);
   g_socket=INVALID_HANDLE;
}

string TransportName()
{
   return(HostAddress+":"+IntegerToString(HostPort));
}
