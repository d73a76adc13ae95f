//+------------------------------------------------------------------+
//| Pipe.mqh - a named pipe of Windows as transport (MT4)             |
//+------------------------------------------------------------------+
int g_pipe=INVALID_HANDLE;

bool PipeOpen(string &why)
{
   ResetLastError();
   g_pipe=FileOpen("\\\\.\\pipe\\"+PipeName,FILE_READ|FILE_WRITE|FILE_BIN);
   if(g_pipe!=INVALID_HANDLE)
      return(true);
   why=StringFormat("the host has no pipe %s, error %d",PipeName,GetLastError());
   return(false);
}

//--- FileSize of a pipe is what can be read without waiting
int PipeRead(uchar &bytes[])
{
   ResetLastError();
   int size=(int)FileSize(g_pipe);
   if(GetLastError()!=0)
      return(-1);
   if(size<=0)
      return(0);
   int count=(int)FileReadArray(g_pipe,bytes,0,MinInt(size,OT_CHUNK));
   return(count>0 ? count : -1);
}

int PipeWrite(const uchar &bytes[],const int from,const int count)
{
   ResetLastError();
   int written=(int)FileWriteArray(g_pipe,bytes,from,count);
   FileFlush(g_pipe);
   return(written==count && GetLastError()==0 ? count : -1);
}

void PipeClose()
{
   if(g_pipe!=INVALID_HANDLE)
      FileClose(g_pipe);
   g_pipe=INVALID_HANDLE;
}
